import { jsonHeaders, madeFor } from "@/components/ui/json-headers"
import type { UnsentKind } from "@/lib/model/message"
import type { KeptWords, Unsent, WordsToKeep } from "@/lib/requests/unsent/contract"

/** Grows with all that this tab sends, also after it was loaded anew. */
let turn = 0
export const nextTurn = () => {
  turn = Math.max(turn + 1, Date.now())
  return turn
}

/** Has the server keep words. No status for no answer. */
export async function putWords({ id, ...words }: Omit<WordsToKeep, "turn">) {
  const body = JSON.stringify({ ...words, turn: nextTurn() })
  // It arrives when the page is left meanwhile. Browsers refuse that for much.
  const keepalive = body.length < 20_000
  const headers = jsonHeaders()
  const answer = await fetch(`/unsent/${id}`, { method: "PUT", headers, body, keepalive }).catch(() => undefined)
  return { status: answer?.status, kept: answer?.ok ? ((await answer.json()) as { version: number }) : undefined }
}

/** What the server keeps now; undefined for no answer. */
export async function getWords(id: string, kind: UnsentKind): Promise<KeptWords | undefined> {
  const answer = await fetch(`/unsent/${id}`, { headers: madeFor() }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Unsent)[kind] : undefined
}
