import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { calendarFor, readAll, untilDue } from "./clock-state"
import { inShort, told } from "./clock-view"
import { loadCourses } from "./load-histories"

/** Each target of a request, with the stretches of time that its clock is made of. */
export async function listClocks(actor: Actor, { id }: { id: string }) {
  const { requests, terms, now } = await loadCourses(db, [id])
  const [request] = requests
  authorize(actor, "request.explain", request)
  return {
    items: readAll(request, terms, now).map((reading) => ({
      ...inShort(reading),
      segments: reading.segments.map(told),
      untilDue: untilDue(reading, calendarFor(reading, terms)).map(told),
    })),
  }
}
