"use client"

import { useEffect, useRef, useState } from "react"
import type { EmergencyWatchProps } from "@/components/desk/emergency-watch"
import { isInSight } from "@/components/desk/said-places"
import { SoundControl } from "@/components/desk/sound-control"
import { useSound } from "@/components/desk/use-sound"
import { shownKeys, useRefreshWhenChanged } from "@/components/desk/use-watch"
import { newsOf, nothingTold, standing } from "@/components/desk/watch-news"
import type { LineNews } from "@/components/ui/live-line"
import { useChanges } from "@/components/ui/use-changes"

/** Looks for emergencies and checks that have come or gone since the page was made, and makes those heard that are new. */
export function Watch({ emergencies, checks }: EmergencyWatchProps) {
  const [sound] = useSound()
  const isBlind = useRefreshWhenChanged(shownKeys(emergencies, checks), sound === "on")
  const [over, setOver] = useState<LineNews["over"]>(false)
  useChanges((news) => news.over !== undefined && setOver(news.over), sound === "on")
  const news = useNews(emergencies, checks, sound === "on")
  return (
    <>
      <SoundControl />
      <p role="alert" className="font-bold not-empty:ml-4">
        {isBlind && !over ? "Not connected. New emergencies will not appear." : null}
        {over === "someone else" ? "Someone else has signed in in this browser. Copy what you need." : null}
        {over === "signed out" ? <SignedOut /> : null}
      </p>
      <p aria-live="assertive" className="sr-only">
        {news.emergencies}
      </p>
      <p aria-live="polite" className="sr-only">
        {news.checks}
      </p>
    </>
  )
}

const SignedOut = () => (
  <>
    You have been signed out. What you typed is still here:{" "}
    <a href="/sign-in" target="_blank" className="inline-flex min-h-target items-center underline" rel="noopener">
      sign in in a new tab
    </a>
    , then send it from this one.
  </>
)

/** What was last said of emergencies and of checks. Once all are gone, a screen reader finds nothing that was said of them. */
function useNews(
  emergencies: EmergencyWatchProps["emergencies"],
  checks: EmergencyWatchProps["checks"],
  sound: boolean,
) {
  const told = useRef(nothingTold())
  const above = useRef<Promise<typeof import("@/components/desk/say-above")>>(undefined)
  const [said, setSaid] = useState({ emergencies: "", checks: "" })
  useEffect(() => {
    const news = newsOf(told.current, emergencies, checks)
    setSaid((before) => ({
      emergencies: emergencies.length === 0 ? "" : news.emergencies || before.emergencies,
      checks: checks.length === 0 ? "" : news.checks || before.checks,
    }))
    const { tone, heard } = news
    if (heard.some((it) => !isInSight(it.tone))) above.current ??= import("@/components/desk/say-above")
    void above.current?.then(({ sayAbove }) => sayAbove(heard, standing(emergencies, checks)))
    if (sound && tone) void import("@/components/desk/tone").then(({ playTone }) => playTone(tone))
  }, [emergencies, checks, sound])
  return said
}
