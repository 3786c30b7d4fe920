"use client"

import { Suspense, useEffect, useState } from "react"
import type { WatchedCheck, WatchedEmergency } from "@/components/desk/watch-news"
import { fetched } from "@/components/ui/fetched"

/** Shown by scripts only, and to staff only: the frame of every page would bring it to everybody. */
const Watch = fetched(
  () => import("@/components/desk/watch").then((it) => it.Watch),
  () => <p role="alert">Not connected. New emergencies will not appear.</p>,
)

export interface EmergencyWatchProps {
  /** The emergencies and the checks for danger on the page. */
  emergencies: readonly (WatchedEmergency & { version: number })[]
  checks: readonly WatchedCheck[]
}

/** What watches the emergencies and checks for danger, once the page is the browser's. */
export function EmergencyWatch(shown: EmergencyWatchProps) {
  const [isBrowsers, setIsBrowsers] = useState(false)
  useEffect(() => setIsBrowsers(true), [])
  return (
    <div className="flex flex-wrap items-center">
      {isBrowsers ? (
        <Suspense>
          <Watch {...shown} />
        </Suspense>
      ) : null}
    </div>
  )
}
