import { uploadProblem } from "@/components/requests/upload-words"
import { jsonHeaders } from "@/components/ui/json-headers"

/** Why a file was not sent, in words for its sender. */
export class NotSent extends Error {
  constructor(
    message: string,
    /** Whether another try may succeed. */
    readonly again: boolean,
    /** Whether the server has said so. */
    readonly isAnswered = false,
  ) {
    super(message)
  }
}

interface Asked {
  signal: AbortSignal
  key?: string
}

/** Milliseconds before each further try. */
const PAUSES = [1000, 3000, 5000]
/** The longest that somebody waits for what the server says will be possible later. */
const LONGEST = 15_000
/** What was refused for what it is, is refused again. */
const FOR_GOOD = [400, 413, 415]

/**
 * Posts JSON, and again where there was no answer, or one that names a time soon: a call with a key, and one that completes,
 * is done once. Returns what was answered.
 * @throws NotSent
 * @throws DOMException when it is cancelled
 */
export async function ask(path: string, body: object, { signal, key }: Asked): Promise<unknown> {
  const headers = { ...jsonHeaders(), ...(key && { "idempotency-key": key }) }
  const asked = { method: "POST", headers, body: JSON.stringify(body), signal }
  for (const pause of [...PAUSES, undefined]) {
    const answer = await fetch(path, asked).catch(() => undefined)
    signal.throwIfAborted()
    if (answer?.ok) return answer.status === 204 ? undefined : answer.json()
    const wait = answer ? waitAfter(answer, pause) : pause
    if (answer && wait === undefined) throw await refusalOf(answer)
    if (wait === undefined) break
    await new Promise((resolve) => setTimeout(resolve, wait))
    signal.throwIfAborted()
  }
  throw new NotSent("The file could not be sent. Check your connection.", true)
}

/** Nothing when it is not worth asking again. */
function waitAfter({ status, headers }: Response, pause: number | undefined): number | undefined {
  const later = Number(headers.get("retry-after") ?? 0) * 1000
  if (pause === undefined || later > LONGEST) return undefined
  if (status >= 500 || (later > 0 && (status === 409 || status === 429))) return Math.max(pause, later)
  return undefined
}

async function refusalOf(answer: Response): Promise<NotSent> {
  const { status } = answer
  if (status === 401) return new NotSent(uploadProblem("signed_out") ?? "", false, true)
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string }
  return new NotSent(detail ?? uploadProblem("") ?? "", !FOR_GOOD.includes(status), status < 500)
}
