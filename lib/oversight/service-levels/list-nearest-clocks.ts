import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { may, permit } from "@/lib/model/policy"
import { nearest, readAll } from "./clock-state"
import { inShort } from "./clock-view"
import { loadCourses } from "./load-histories"

/** What is to be met next of each request, in one statement for all of them. */
export async function listNearestClocks(actor: Actor, { ids }: { ids: string[] }) {
  permit(actor, "request.explain")
  const { requests, terms, now } = await loadCourses(db, ids)
  const items = requests
    .filter((request) => may(actor, "request.explain", request))
    .flatMap((request) => {
      const next = nearest(readAll(request, terms, now))
      return next ? [{ requestId: request.id, ...inShort(next) }] : []
    })
  return { items }
}
