"use client"

import { useEffect, useState } from "react"
import { askApi } from "@/components/desk/ask-api"
import { colleagueOption } from "@/components/desk/colleague-option"
import type { Option } from "@/components/ui/options"
import type { StaffMember } from "@/lib/dispatch/staff/contract"

type Colleague = Pick<StaffMember, "id" | "name" | "role" | "openRequests" | "capacity" | "duty">

/** Everybody a request can be given to, by name, asked for once somebody is to be chosen; those given are not asked for. */
export function useColleagues(given: readonly Option[] | undefined, asked: boolean): readonly Option[] | undefined {
  const [found, setFound] = useState<Option[]>()
  const asks = asked && given === undefined && found === undefined
  useEffect(() => {
    if (!asks) return
    const control = new AbortController()
    everybody(control.signal).then(setFound, () => undefined)
    return () => control.abort()
  }, [asks])
  return given ?? found
}

interface Page {
  items: Colleague[]
  next: string | null
}

async function everybody(signal: AbortSignal): Promise<Option[]> {
  const found: Colleague[] = []
  const query = new URLSearchParams({ state: "active", limit: "100" })
  for (let more = true; more; more = query.has("after")) {
    const { items, next } = await askApi<Page>(`/staff?${query}`, signal)
    found.push(...items.filter(({ role }) => role !== "administrator"))
    query.delete("after")
    if (next) query.set("after", next)
  }
  return found.map(colleagueOption)
}
