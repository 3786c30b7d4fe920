"use client"

import { useCallback, useEffect, useRef } from "react"
import { bellDiffers } from "@/components/ui/bell-differs"
import { useLivePage, withRefreshing } from "@/components/ui/refresh-on-change"
import { useChanges, useLostLine } from "@/components/ui/use-changes"
import { checkKey } from "@/lib/dispatch/danger-checks/check-key"
import { offerKey } from "@/lib/dispatch/escalation/offer-key"

/** However much changes, it is looked no more often. */
const LEAST_MS = 1000
/** What nobody writes down is found by a look now and then: a shift that begins, or a skill that somebody was given. */
const MOST_MS = 30_000

/**
 * Looks whenever something has changed, and has the page made anew only when what it shows of emergencies and checks is not
 * what it was. Out of sight, only where it can be heard. Gives whether the server cannot be reached.
 */
export function useRefreshWhenChanged(shown: string, evenHidden: boolean): boolean {
  const page = useLivePage()
  const refresh = useCallback(() => withRefreshing((it) => it.refreshSoon(page, { evenHidden })), [page, evenHidden])
  const look = useRef<() => void>(undefined)
  useEffect(() => {
    const looks = lookingFor(shown, evenHidden, refresh)
    look.current = looks.soon
    return looks.end
  }, [shown, evenHidden, refresh])
  useChanges((news) => {
    if (bellDiffers(news)) refresh()
    else if (news.changes || news.alert || news.missed) look.current?.()
  }, evenHidden)
  return useLostLine(evenHidden)
}

/** One text for all that stands on the page, as a look finds it. */
export const shownKeys = (
  emergencies: readonly { key: string; again: number; version: number }[],
  checks: readonly { key: string }[],
): string =>
  JSON.stringify([emergencies.map((it) => `${it.key} ${it.again} ${it.version}`), checks.map(({ key }) => key)])

let lastAt = Number.NEGATIVE_INFINITY

function lookingFor(shown: string, evenHidden: boolean, changed: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  async function look() {
    next(MOST_MS)
    // The page is made anew anyway, and this with it; or nobody sees or hears it, and it looks once somebody does.
    if (isRefreshedSoon() || (document.hidden && !evenHidden)) return
    lastAt = performance.now()
    const found = await keysNow()
    if (!isOver && found !== undefined && found !== shown) changed()
  }

  function next(ms: number) {
    clearTimeout(timer)
    timer = isOver ? undefined : setTimeout(look, ms)
  }

  const soon = () => next(Math.max(0, lastAt + LEAST_MS - performance.now()))
  next(MOST_MS)
  document.addEventListener("visibilitychange", soon)
  return {
    soon,
    end() {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", soon)
    },
  }
}

/** Whether the page is made anew anyway, as `refreshSoon` says. */
const isRefreshedSoon = () =>
  Number(document.documentElement.dataset.due ?? Number.POSITIVE_INFINITY) - performance.now() < LEAST_MS

interface Found<Item> {
  items: Item[]
}
type Offer = { id: string; offeredAt: string; reportedAgain: number; version: number }
type Check = { id: string; dueAt: string }

/** Nothing when the server cannot be asked just now. */
async function keysNow(): Promise<string | undefined> {
  try {
    const [emergencies, checks] = await Promise.all([ask("emergencies"), ask("danger-checks")])
    if (!emergencies.ok || !checks.ok) return undefined
    const { items: offers }: Found<Offer> = await emergencies.json()
    const { items: opened }: Found<Check> = await checks.json()
    return shownKeys(
      offers.map((it) => ({ key: offerKey(it), again: it.reportedAgain, version: it.version })),
      opened.map((it) => ({ key: checkKey(it) })),
    )
  } catch {
    return undefined
  }
}

const ask = (what: string) =>
  fetch(`/api/v1/${what}?limit=100`, { cache: "no-store", signal: AbortSignal.timeout(10_000) })
