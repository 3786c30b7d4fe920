"use client"

import { useEffect, useRef, useState } from "react"
import { SoundControl } from "@/components/desk/sound-control"
import { playTone } from "@/components/desk/tone"
import { useSound } from "@/components/desk/use-sound"
import { shownKeys, useRefreshWhenChanged } from "@/components/desk/use-watch"
import { newsOf, nothingTold, type WatchedCheck, type WatchedEmergency } from "@/components/desk/watch-news"

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
      <SoundControl />
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
    if (sound && news.tone) void playTone(news.tone)
  }, [emergencies, checks, sound])
  return said
}
