"use client"

import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { checkKey } from "@/lib/dispatch/danger-checks/check-key"
import { offerKey } from "@/lib/dispatch/escalation/offer-key"

/** One look in vain may be a bad line; after the second nobody should rely on what the page shows. */
const MOST_IN_VAIN = 1

/**
 * Asks for little, and for the page anew only when it is not what it was. Out of sight, only where it can be heard. Gives
 * whether the server has not been reached for several looks.
 */
export function useRefreshWhenChanged(shown: string, evenHidden: boolean): boolean {
  const router = useRouter()
  const [isBlind, setIsBlind] = useState(false)
  useEffect(() => {
    let [isOver, isLooking, inVain] = [false, false, 0]
    async function look() {
      if (isLooking || !(evenHidden || document.visibilityState === "visible")) return
      isLooking = true
      const found = await keysNow()
      isLooking = false
      inVain = found === undefined ? inVain + 1 : 0
      if (!isOver) setIsBlind(inVain > MOST_IN_VAIN)
      // Signed out meanwhile: whatever they do next leads to signing in.
      if (found === "signed out") stop()
      else if (!isOver && found !== undefined && found !== shown) router.refresh()
    }
    const end = onEachTick(look)
    const stop = () => {
      isOver = true
      end()
    }
    return stop
  }, [shown, evenHidden, router])
  return isBlind
}

/** One text for all that stands on the page, as a look finds it. */
export const shownKeys = (
  emergencies: readonly { key: string; again: number; version: number }[],
  checks: readonly { key: string }[],
): string =>
  JSON.stringify([emergencies.map((it) => `${it.key} ${it.again} ${it.version}`), checks.map(({ key }) => key)])

const BETWEEN_LOOKS = 5000

/** Every few seconds, also out of sight. Where no worker may run, as often as the browser likes. Gives what ends it. */
function onEachTick(tick: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  const fallBack = () => {
    timer ??= setInterval(tick, BETWEEN_LOOKS)
  }
  const worker = startTicker()
  if (worker) {
    worker.onmessage = tick
    worker.onerror = fallBack
    worker.postMessage(BETWEEN_LOOKS)
  } else fallBack()
  return () => {
    worker?.terminate()
    clearInterval(timer)
  }
}

function startTicker(): Worker | undefined {
  try {
    return new Worker("/ticker.js")
  } catch {
    return undefined
  }
}

interface Found<Item> {
  items: Item[]
}
type Offer = { id: string; offeredAt: string; reportedAgain: number; version: number }
type Check = { id: string; dueAt: string }

/** Nothing when the server cannot be asked just now. */
async function keysNow(): Promise<string | undefined> {
  try {
    const [emergencies, checks] = await Promise.all([ask("emergencies"), ask("danger-checks")])
    if (emergencies.status === 401) return "signed out"
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
