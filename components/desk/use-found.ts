"use client"

import { useEffect, useState } from "react"
import { askApi } from "@/components/requests/ask-api"

/** What the viewer may look for besides requests. */
export interface SearchReach {
  customers: boolean
  people: boolean
}

/** A place that something found leads to. */
export interface Found {
  href: string
  label: string
  beside: string
}

/** So many of each kind are shown. */
export const MOST = 6

type Rows = readonly Record<string, unknown>[]

/** None when they cannot be had: the other list is shown all the same. */
const rowsOf = (path: string, signal: AbortSignal): Promise<Rows> =>
  askApi<{ items: Rows }>(path, signal).then(
    ({ items }) => items,
    () => [],
  )

const nameOf = (it: unknown) => (it as { name?: string } | null)?.name ?? ""

/** Requests and customers by words of theirs, asked for a moment after the last letter; none while fewer than two are typed. */
export function useFound(
  typed: string,
  { customers }: SearchReach,
): { requests: Found[]; customers: Found[]; asks: boolean } {
  const q = typed.trim()
  const [found, setFound] = useState<{ q: string; requests: Found[]; customers: Found[] }>()
  useEffect(() => {
    if (q.length < 2) return
    const control = new AbortController()
    const query = `?limit=${MOST}&q=${encodeURIComponent(q.slice(0, 100))}`
    const ask = async () => {
      const [requests, people] = await Promise.all([
        rowsOf(`/requests${query}`, control.signal),
        customers ? rowsOf(`/customers${query}`, control.signal) : [],
      ])
      setFound({
        q,
        requests: requests.map(({ id, reference, title, customer }) => ({
          href: `/desk/requests/${id}`,
          label: `${reference} ${title}`,
          beside: nameOf(customer),
        })),
        customers: people.map(({ id, name, phone }) => ({
          href: `/desk/customers/${id}`,
          label: `${name}`,
          beside: phone ? `${phone}` : "",
        })),
      })
    }
    // What was cut off is asked for again with the next letter.
    const later = setTimeout(() => void ask(), 150)
    return () => {
      clearTimeout(later)
      control.abort()
    }
  }, [q, customers])
  const fits = found !== undefined && found.q === q
  return {
    requests: fits ? found.requests : [],
    customers: fits ? found.customers : [],
    asks: q.length >= 2 && !fits,
  }
}

/** Everybody at the desk, asked for once. */
export function usePeople({ people }: SearchReach): Found[] {
  const [found, setFound] = useState<Found[]>([])
  useEffect(() => {
    if (!people) return
    const control = new AbortController()
    void rowsOf("/staff?state=active&limit=100", control.signal).then((rows) =>
      setFound(
        rows.map(({ id, name, team }) => ({
          href: `/desk?assignee=${id}`,
          label: `Requests of ${name}`,
          beside: team ? `${team}` : "",
        })),
      ),
    )
    return () => control.abort()
  }, [people])
  return found
}
