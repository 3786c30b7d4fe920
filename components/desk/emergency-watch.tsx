"use client"

import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { useSound } from "@/components/desk/use-sound"
import { shownKeys, useRefreshWhenChanged } from "@/components/desk/use-watch"
import { newsOf, nothingTold, type WatchedCheck, type WatchedEmergency } from "@/components/desk/watch-news"

/** Shown by scripts only, and to staff only: the frame of every page would bring it to everybody. */
const SoundControl = lazy(() => import("@/components/desk/sound-control").then((it) => ({ default: it.SoundControl })))

interface EmergencyWatchProps {
  /** The emergencies and the checks for danger on the page. */
  emergencies: readonly (WatchedEmergency & { version: number })[]
  checks: readonly WatchedCheck[]
}

/** Looks for emergencies and checks that have come or gone since the page was made, and makes those heard that are new. */
export function EmergencyWatch({ emergencies, checks }: EmergencyWatchProps) {
  const [sound] = useSound()
  const isBlind = useRefreshWhenChanged(shownKeys(emergencies, checks), sound === "on")
  const news = useNews(emergencies, checks, sound === "on")
  return (
    <div className="flex flex-wrap items-center">
      {sound === undefined ? null : (
        <Suspense>
          <SoundControl />
        </Suspense>
      )}
      <p role="alert" className="font-bold not-empty:ml-4">
        {isBlind ? "Not connected. New emergencies will not appear." : null}
      </p>
      <p aria-live="assertive" className="sr-only">
        {news.emergencies}
      </p>
      <p aria-live="polite" className="sr-only">
        {news.checks}
      </p>
    </div>
  )
}

/** What was last said of emergencies and of checks. Once all are gone, a screen reader finds nothing that was said of them. */
function useNews(
  emergencies: EmergencyWatchProps["emergencies"],
  checks: EmergencyWatchProps["checks"],
  sound: boolean,
) {
  const told = useRef(nothingTold())
  const [said, setSaid] = useState({ emergencies: "", checks: "" })
  useEffect(() => {
    const news = newsOf(told.current, emergencies, checks)
    setSaid((before) => ({
      emergencies: emergencies.length === 0 ? "" : news.emergencies || before.emergencies,
      checks: checks.length === 0 ? "" : news.checks || before.checks,
    }))
    const { tone } = news
    if (sound && tone) void import("@/components/desk/tone").then(({ playTone }) => playTone(tone))
  }, [emergencies, checks, sound])
  return said
}
