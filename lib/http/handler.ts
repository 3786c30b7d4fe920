import type { Operation } from "@/lib/model/operation"
import type { RouteContext } from "./read-input"

type Handle = (request: Request, context: RouteContext) => Promise<Response>
type Named = Pick<Operation, "method" | "path">

/** A route handler, which names its operation so that what it answers can be compared with the documentation. */
export type Handler = Handle & { operation?: Named }

export const handlerOf = (operation: Named, handle: Handle): Handler =>
  Object.assign(
    async (request: Request, context: RouteContext) => endWithClient(request, await handle(request, context)),
    { operation },
  )

/** Next neither reads nor ends an answer whose client has left before it began: what it holds would be held for ever. */
function endWithClient({ signal }: Request, answer: Response): Response {
  // One that is being read is ended by who reads it.
  const end = () => void answer.body?.cancel().catch(() => undefined)
  if (signal.aborted) end()
  else if (answer.body) signal.addEventListener("abort", end, { once: true })
  return answer
}
