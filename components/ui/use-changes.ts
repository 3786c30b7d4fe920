"use client"

import { useEffect, useRef, useState } from "react"
import { type LineNews, listenLive } from "@/components/ui/live-line"

/**
 * Calls `onNews` with what changes in the requests that the viewer may see, while the component is shown. All tabs of a
 * browser share one connection.
 */
export function useChanges(onNews: (news: LineNews) => void, evenHidden = false): void {
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  useEffect(() => listenLive((news) => latest.current(news), evenHidden), [evenHidden])
}

/** Whether the server cannot be reached. */
export function useLostLine(evenHidden: boolean): boolean {
  const [isLost, setIsLost] = useState(false)
  useChanges(({ lost }) => {
    if (lost !== undefined) setIsLost(lost)
  }, evenHidden)
  return isLost
}
