import type { Tx } from "@/db/client"
import { expectationOf } from "@/lib/oversight/service-levels/get-expectation"
import { loadHistories } from "@/lib/oversight/service-levels/load-histories"
import { momentWords } from "@/lib/platform/calendar/moment-words"

/** What a request's customer is promised and by when, as a sentence; empty when nothing is. */
export async function promiseWords(tx: Tx, requestId: string): Promise<string> {
  const histories = await loadHistories(tx, [requestId])
  if (histories.requests.length === 0) return ""
  const { answer, solution } = expectationOf(histories)
  const by = ({ state, by }: typeof answer) =>
    state === "expected" && by ? momentWords(by.getTime(), histories.now) : ""
  const [contact, fix] = [by(answer), by(solution)]
  if (contact && fix) return `We will contact you by ${contact} and aim to fix it by ${fix}.`
  if (fix) return `We aim to fix it by ${fix}.`
  return contact ? `We will contact you by ${contact}.` : ""
}
