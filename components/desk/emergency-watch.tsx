"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { SoundControl } from "@/components/desk/sound-control"
import { playTone } from "@/components/desk/tone"
import { useSound } from "@/components/desk/use-sound"
import { offerKey } from "@/lib/dispatch/escalation/offer-key"

interface EmergencyWatchProps {
  /** The emergencies on the page, each with how often it was reported again and its announcement. */
  emergencies: readonly { key: string; again: number; text: string }[]
}

/** Looks for emergencies that have come or gone since the page was made, and makes those heard that are new. */
export function EmergencyWatch({ emergencies }: EmergencyWatchProps) {
  const [sound] = useSound()
  const shown = emergencies.map(({ key, again }) => `${key} ${again}`).join()
  const isBlind = useRefreshWhenChanged(shown, sound === "on")
  const news = useNews(emergencies, sound === "on")
  return (
    <div className="flex flex-wrap items-center">
      <SoundControl />
      <p role="alert" className="font-bold not-empty:ml-4">
        {isBlind ? "Not connected. New emergencies will not appear." : null}
      </p>
      <p aria-live="assertive" className="sr-only">
        {news}
      </p>
    </div>
  )
}

/** One look in vain may be a bad line; after the second nobody should rely on what the page shows. */
const MOST_IN_VAIN = 1

/**
 * Asks for little, and for the page anew only when it is not what it was. Out of sight, only where it can be heard. Gives
 * whether the server has not been reached for several looks.
 */
function useRefreshWhenChanged(shown: string, evenHidden: boolean): boolean {
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

/** Nothing when the server cannot be asked just now. */
async function keysNow(): Promise<string | undefined> {
  try {
    const response = await fetch("/api/v1/emergencies?limit=100", {
      cache: "no-store",
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 401) return "signed out"
    if (!response.ok) return undefined
    const { items }: { items: { id: string; offeredAt: string; reportedAgain: number }[] } = await response.json()
    return items.map((it) => `${offerKey(it)} ${it.reportedAgain}`).join()
  } catch {
    return undefined
  }
}

/** Each offer is told once, and heard where sound is wanted; so is each further report, which is not heard. */
function useNews(emergencies: EmergencyWatchProps["emergencies"], sound: boolean): string {
  const told = useRef(new Map<string, number>())
  const [news, setNews] = useState("")
  useEffect(() => {
    const fresh = emergencies.filter(({ key, again }) => again > (told.current.get(key) ?? -1))
    const isHeard = fresh.some(({ key }) => !told.current.has(key))
    // Once all are gone, a screen reader finds nothing that was announced of them.
    if (emergencies.length === 0) setNews("")
    if (fresh.length === 0) return
    for (const { key, again } of fresh) told.current.set(key, again)
    setNews(fresh.map(({ text }) => text).join(" "))
    if (sound && isHeard) void playTone()
  }, [emergencies, sound])
  return news
}
