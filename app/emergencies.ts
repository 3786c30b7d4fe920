import { cache } from "react"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { unlessAway } from "@/lib/http/unless-away"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"

/** As many as are watched. */
const MOST = 100

const loadList = load(emergencyOperations.listEmergencies, listEmergencies)

export const emergencyViewer = (actor: Actor): EmergencyViewer => ({
  id: actor.id,
  everybodys: may(actor, "request.assign"),
  takes: may(actor, "availability.edit"),
})

/**
 * The emergencies that the viewer sees, asked for once by a page's title, by what stands above it and by the page itself;
 * undefined for those who see none, and "unknown" while the database is away, since the page is there all the same.
 */
export const loadEmergencies = cache(async () => {
  const actor = await viewerIfKnown()
  if (!actor || !may(actor, "emergency.read")) return undefined
  const found = await unlessAway(() => listEmergencies(actor, { limit: MOST }))
  if (found === "unknown") return found
  return { viewer: emergencyViewer(actor), ...emergencyOperations.listEmergencies.output.parse(found) }
})

/** An emergency that nobody has and that the viewer sees, with the viewer; undefined for any other request. */
export async function findEmergency(id: string) {
  const found = await loadEmergencies()
  if (!found || found === "unknown") return undefined
  let { items, next } = found
  while (!items.some((it) => it.id === id) && next)
    ({ items, next } = await loadList({ after: next, limit: `${MOST}` }))
  const emergency = items.find((it) => it.id === id)
  return emergency && { emergency, viewer: found.viewer }
}

/** Ids of the emergencies that the viewer can take; none for administrators. */
export async function takeableIds(): Promise<Set<string>> {
  const found = await loadEmergencies()
  const isTaking = found && found !== "unknown" && found.viewer.takes
  return new Set(isTaking ? found.items.map(({ id }) => id) : [])
}
