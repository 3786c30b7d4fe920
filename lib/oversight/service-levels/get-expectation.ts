import { one } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import type { Target } from "@/lib/model/target"
import { type ClockReading, isPending, readClocks } from "./clock-state"
import type { Expectation } from "./contract"
import { readHistories } from "./load-histories"
import { promisedBy, type Renewal } from "./renewals"

/**
 * When the customer can expect a first answer and a solution.
 * @throws AppError `not_found` when the request does not exist or the actor may not see it.
 */
export async function getExpectation(actor: Actor, { id }: { id: string }): Promise<Expectation> {
  const histories = await readHistories([id])
  authorize(actor, "request.read", histories.requests[0])
  return expectationOf(histories)
}

/** The same for somebody who has been authorized, from the history of one request. */
export function expectationOf({ requests, terms, now }: Awaited<ReturnType<typeof readHistories>>): Expectation {
  const request = one(requests)
  const readings = readClocks(request, terms, now)
  const of = (target: Target) =>
    expectedOf(
      readings.find((reading) => reading.target === target),
      request.renewals.filter((it) => it.target === target),
      now,
    )
  return { answer: of("first_response"), solution: of("resolution") }
}

function expectedOf(reading: ClockReading | undefined, given: readonly Renewal[], now: number): Expectation["answer"] {
  const renewals = given.length
  if (!reading || !isPending(reading)) return { state: "kept", by: null, renewals }
  const promised = promisedBy(reading, given)
  const by = promised === null ? null : new Date(promised)
  if (reading.state === "paused") return { state: "waiting_for_customer", by, renewals }
  return { state: promised !== null && promised <= now ? "late" : "expected", by, renewals }
}
