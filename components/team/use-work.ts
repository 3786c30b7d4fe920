import { useContext, useEffect, useRef, useState } from "react"
import { WORK_A_PAGE } from "@/components/team/board-address"
import { FormContext } from "@/components/ui/form-context"
import type { Work } from "@/lib/dispatch/team/contract"

export type WorkRow = Pick<Work, "id" | "reference" | "title" | "priority" | "version"> & { createdAt: Date | string }

/** Some of somebody's open work: where it begins, if not with the first, and where it goes on. */
export interface WorkPage {
  after?: string
  items: readonly WorkRow[]
  next: string | null
}

/**
 * Somebody's open work, read when it is wanted, and read again once requests were given to somebody or the number of
 * those that are open has changed.
 */
export function useWork(person: { id: string; open: number }, given?: WorkPage) {
  const { result } = useContext(FormContext)
  const [work, setWork] = useState(given)
  const [state, setState] = useState<"settled" | "reading" | "failed">("settled")
  const turn = useRef(0)

  /** Adds pages to what is there, until it is as many as wanted. */
  async function read(have: WorkPage, wanted: number) {
    const mine = ++turn.current
    setState("reading")
    const read = { ...have, items: [...have.items] }
    do {
      const page = await fetchPage(person.id, read.next)
      // Of several that were asked for, the last counts.
      if (mine !== turn.current) return
      if (!page) return setState("failed")
      read.items.push(...page.items)
      read.next = page.next
    } while (read.next && read.items.length < wanted)
    setWork(read)
    setState("settled")
  }

  const seen = useRef({ result, open: person.open })
  useEffect(() => {
    const isNews = seen.current.result !== result || seen.current.open !== person.open
    seen.current = { result, open: person.open }
    if (isNews && work) void read({ after: work.after, items: [], next: work.after ?? null }, work.items.length)
  })

  return {
    work,
    state,
    begin: () => read({ items: [], next: null }, 1),
    more: () => work && read(work, work.items.length + 1),
  }
}

/** Nothing when the server cannot be asked just now. */
async function fetchPage(assignee: string, after: string | null): Promise<WorkPage | undefined> {
  const query = new URLSearchParams({ assignee, status: "open", limit: String(WORK_A_PAGE), ...(after && { after }) })
  try {
    const response = await fetch(`/api/v1/requests?${query}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(10_000),
    })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}
