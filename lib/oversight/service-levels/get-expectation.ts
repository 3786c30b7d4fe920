import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import type { Target } from "@/lib/model/target"
import { isPending, type Reading, readAll } from "./clock-state"
import type { Expectation } from "./contract"
import { loadCourses } from "./load-histories"

/** When whoever filed a request can expect to hear of it, and to have it settled: what is promised, in fewer words. */
export async function getExpectation(actor: Actor, { id }: { id: string }): Promise<Expectation> {
  const { requests, terms, now } = await loadCourses(db, [id])
  const [request] = requests
  authorize(actor, "request.read", request)
  const readings = readAll(request, terms, now)
  const of = (target: Target) => expectedOf(readings.find((reading) => reading.target === target))
  return { answer: of("first_response"), solution: of("resolution") }
}

function expectedOf(reading: Reading | undefined): Expectation["answer"] {
  if (!reading || !isPending(reading)) return { state: "kept", by: null }
  const by = reading.dueAt === null ? null : new Date(reading.dueAt)
  if (reading.state === "breached") return { state: "late", by }
  return { state: reading.state === "paused" ? "waiting_for_customer" : "expected", by }
}
