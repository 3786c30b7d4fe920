"use client"

import { useEffect, useState } from "react"
import { askApi } from "@/components/requests/ask-api"
import type { StaffMember } from "@/lib/dispatch/staff/contract"

/** Everybody a request can be given to, by name, asked for once somebody is to be chosen. */
export function useColleagues(asked: boolean): readonly StaffMember[] | undefined {
  const [found, setFound] = useState<StaffMember[]>()
  const asks = asked && found === undefined
  useEffect(() => {
    if (!asks) return
    const control = new AbortController()
    everybody(control.signal).then(setFound, () => undefined)
    return () => control.abort()
  }, [asks])
  return found
}

interface Page {
  items: StaffMember[]
  next: string | null
}

async function everybody(signal: AbortSignal): Promise<StaffMember[]> {
  const found: StaffMember[] = []
  const query = new URLSearchParams({ state: "active", limit: "100" })
  for (let more = true; more; more = query.has("after")) {
    const { items, next } = await askApi<Page>(`/staff?${query}`, signal)
    found.push(...items.filter(({ role }) => role !== "administrator"))
    query.delete("after")
    if (next) query.set("after", next)
  }
  return found
}
