"use client"

import { jsonHeaders } from "@/components/ui/json-headers"
import { listenLive } from "@/components/ui/live-line"
import { type Doing, PRESENCE_SAID_EVERY_MS } from "@/lib/model/presence"
import type { PresentPerson } from "@/lib/requests/presence/contract"

/** After so long without a key somebody is not writing. */
const STILL_MS = 5000
/** No longer signed in, or it is no longer theirs to see. */
const ENDS = [401, 403, 404]

/**
 * Says that this page looks at a request while it is in sight, or that its person types within `box`, and goodbye at the
 * end; and tells who else is there.
 * @returns what ends that
 */
export function bePresent(id: string, box: Element, tell: (people: readonly PresentPerson[]) => void): () => void {
  const page = Math.floor(Math.random() * 2 ** 31)
  let doing: Doing = "viewing"
  let still: ReturnType<typeof setTimeout> | undefined
  /** News are later than an answer that was under way when they came. */
  let news = 0
  let isOver = false
  let said = Promise.resolve()

  let turns = 0

  async function put(what: Doing | "gone", turn = turns++) {
    if (isOver) return
    const before = news
    let people: readonly PresentPerson[] = []
    try {
      const sent = {
        method: "PUT",
        keepalive: true,
        headers: jsonHeaders(),
        body: JSON.stringify({ doing: what, page, turn }),
      }
      const answer = await fetch(`/api/v1/requests/${id}/presence`, sent)
      if (answer.ok) people = (await answer.json()).items
      if (ENDS.includes(answer.status)) isOver = true
    } catch {
      // Who is there is not known.
    }
    if (news === before && what !== "gone") tell(people)
  }

  /** One after the other, so that what is said last holds. */
  const say = (what: Doing) => {
    const turn = turns++
    said = said.then(() => put(what, turn))
  }
  const sayAgain = () => document.hidden || say(doing)
  const begin = (next: Doing) => {
    if (next !== doing) say(next)
    doing = next
  }
  const rest = () => {
    clearTimeout(still)
    begin("viewing")
  }
  const type = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    clearTimeout(still)
    still = setTimeout(rest, STILL_MS)
    begin("typing")
  }
  const leave = () => void put("gone")

  const stopListening = listenLive(({ presence, missed }) => {
    if (presence?.requestId === id) {
      news++
      tell(presence.items)
    }
    if (missed) sayAgain()
  })
  const timer = setInterval(sayAgain, PRESENCE_SAID_EVERY_MS)
  const control = new AbortController()
  const { signal } = control
  box.addEventListener("input", type, { signal })
  box.addEventListener("submit", rest, { signal })
  document.addEventListener("visibilitychange", sayAgain, { signal })
  addEventListener("pagehide", leave, { signal })
  addEventListener("pageshow", ({ persisted }) => persisted && sayAgain(), { signal })
  sayAgain()
  return () => {
    stopListening()
    clearInterval(timer)
    clearTimeout(still)
    control.abort()
    leave()
    isOver = true
  }
}
