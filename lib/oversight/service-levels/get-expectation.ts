import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import type { Target } from "@/lib/model/target"
import { type ClockReading, isPending, readClocks } from "./clock-state"
import type { Expectation } from "./contract"
import { loadHistories } from "./load-histories"

/**
 * When the customer can expect a first answer and a solution.
 * @throws AppError `not_found` when the request does not exist or the actor may not see it.
 */
export async function getExpectation(actor: Actor, { id }: { id: string }): Promise<Expectation> {
  const { requests, terms, now } = await loadHistories(db, [id])
  const [request] = requests
  authorize(actor, "request.read", request)
  const readings = readClocks(request, terms, now)
  const of = (target: Target) => expectedOf(readings.find((reading) => reading.target === target))
  return { answer: of("first_response"), solution: of("resolution") }
}

function expectedOf(reading: ClockReading | undefined): Expectation["answer"] {
  if (!reading || !isPending(reading)) return { state: "kept", by: null }
  const by = reading.dueAt === null ? null : new Date(reading.dueAt)
  if (reading.state === "breached") return { state: "late", by }
  return { state: reading.state === "paused" ? "waiting_for_customer" : "expected", by }
}
