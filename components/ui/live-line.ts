"use client"

import type { Change, FileNews } from "@/lib/requests/live/contract"
import type { PresenceNews } from "@/lib/requests/presence/contract"

/** What comes over the line that all tabs of a browser share, as `public/live.js` tells it. */
export interface LineNews {
  changes?: readonly Change[]
  /** What was missed cannot be told: anything may have changed. */
  missed?: true
  /** What has to be answered may have changed: emergencies and checks for danger. */
  alert?: true
  /** Who else is at a request now. For staff. */
  presence?: PresenceNews
  /** A file of a request or draft looks different now. */
  files?: FileNews
  /** Notifications were read elsewhere: how many are unread now. Or an email that may report a danger came or went. */
  bell?: { unread?: number; email: boolean }
  /** Whether the server cannot be reached. */
  lost?: boolean
  /** Signed out, or somebody else is signed in now: nothing more comes. False once the account is signed in again. */
  over?: "signed out" | "someone else" | false
}

type Listener = (news: LineNews) => void

interface Line {
  account: string
  send: (message: unknown) => void
  close: () => void
}

const listeners = new Map<Listener, { evenHidden: boolean }>()
let line: Line | undefined
let isListening = false

/**
 * Has `listener` hear what changes, from the moment at which this page was made, and then whether the line is lost.
 * @param evenHidden also where each tab has a line of its own, which is cut else while nobody sees the tab
 * @returns what ends that
 */
export function listenLive(listener: Listener, evenHidden = false): () => void {
  const { account } = document.documentElement.dataset
  if (!account) return () => undefined
  if (line?.account !== account) {
    line?.close()
    line = openLine(account)
  }
  listeners.set(listener, { evenHidden })
  attend()
  return () => {
    listeners.delete(listener)
    // The next page may listen at once.
    setTimeout(attend)
  }
}

function openLine(account: string): Line {
  const address = `/live.js?account=${account}`
  const hear = ({ data }: MessageEvent<LineNews>) => {
    for (const listener of [...listeners.keys()]) listener(data)
  }
  isListening = false
  try {
    if (typeof SharedWorker !== "undefined") {
      const { port } = new SharedWorker(address)
      port.onmessage = hear
      return { account, send: (it) => port.postMessage(it), close: () => port.postMessage("bye") }
    }
    const worker = new Worker(address)
    worker.onmessage = hear
    return { account, send: (it) => worker.postMessage(it), close: () => worker.terminate() }
  } catch {
    return { account, send: () => undefined, close: () => undefined }
  }
}

/** Listens as long as somebody wants to. A browser has few connections: a tab with a line of its own gives it up unseen. */
function attend(): void {
  const isUnheard = typeof SharedWorker === "undefined" && document.hidden
  const wanted = [...listeners.values()].some(({ evenHidden }) => evenHidden || !isUnheard)
  if (wanted === isListening) return
  isListening = wanted
  // Of the page as it was loaded; what was shown since then has been kept up to date.
  const cursor = document.documentElement.dataset.since
  line?.send(wanted ? { cursor, age: performance.now() } : "bye")
}

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", attend)
  addEventListener("pagehide", () => {
    if (isListening) line?.send("bye")
    isListening = false
  })
  addEventListener("pageshow", ({ persisted }) => persisted && attend())
}
