import { inArray } from "drizzle-orm"
import { outsideCalls } from "@/db/call-under-way"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { AppError } from "@/lib/model/errors"
import { toAppError } from "@/lib/platform/to-app-error"

/** What became of one of several requests: the row that the verb returned, or why it refused. */
export interface RequestOutcome<Row> {
  id: string
  reference: string | null
  row?: Row
  problem?: AppError
}

/**
 * Runs a verb on each of several requests, one after the other or a few at once, and each in transactions of its own, so that one that is refused
 * holds up no other. Returns the outcomes in the order of the requests. A call that is broken off and repeated finds
 * what it has done already.
 */
export async function eachRequest<R extends { id: string }, Row>(
  requests: readonly R[],
  change: (request: R) => Promise<Row>,
  atOnce = 1,
): Promise<RequestOutcome<Row>[]> {
  const references = await referencesOf(requests.map(({ id }) => id))
  const outcomes: RequestOutcome<Row>[] = []
  let isOver = false
  const left = requests.entries()
  async function work() {
    for (const [at, request] of left) {
      const outcome = isOver ? { problem: NOT_TRIED } : await attempt(() => change(request))
      isOver ||= outcome.problem?.code === "unavailable"
      outcomes[at] = { id: request.id, reference: references.get(request.id) ?? null, ...outcome }
    }
  }
  await outsideCalls(() => Promise.all(Array.from({ length: atOnce }, work)))
  return outcomes
}

/** Once the database does not answer, trying the others would only take longer. */
const NOT_TRIED = new AppError("unavailable", "Not tried: the database is not responding.")

async function attempt<Row>(change: () => Promise<Row>): Promise<Pick<RequestOutcome<Row>, "row" | "problem">> {
  try {
    return { row: await change() }
  } catch (thrown) {
    const problem = toAppError(thrown)
    if (!problem) throw thrown
    return { problem }
  }
}

async function referencesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: serviceRequests.id, reference: serviceRequests.reference })
    .from(serviceRequests)
    .where(inArray(serviceRequests.id, [...ids]))
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}
