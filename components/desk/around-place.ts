import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

/** Emergencies that are shown together. */
export interface PlaceGroup {
  key: string
  /** Null for an emergency that is the only one around there. */
  around: Emergency["around"]
  emergencies: Emergency[]
}

/**
 * Puts those with somebody unwell first, and beside each emergency the others around its place. Before them stand those
 * offered to the viewer, since they are the ones that run out; not for those who see all, whom each round would offer another,
 * so that the rows would change places under their mouse. A pure function.
 */
export function aroundPlaces(
  emergencies: readonly Emergency[],
  { id: viewerId, everybodys }: Pick<EmergencyViewer, "id" | "everybodys">,
): PlaceGroup[] {
  const isTheirs = ({ offeredTo }: Emergency) => !everybodys && offeredTo?.id === viewerId
  const place = (it: Emergency) => (isTheirs(it) ? 0 : it.anyoneUnwell ? 1 : 2)
  const ordered = emergencies.toSorted((a, b) => place(a) - place(b))
  const groups = new Map<string, PlaceGroup>()
  for (const emergency of ordered) {
    const { id, around } = emergency
    const key = around ? [around.label, ...around.ids].join() : id
    const group = groups.get(key) ?? { key, around, emergencies: [] }
    group.emergencies.push(emergency)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** "3 reports in Burley Street". */
export const aroundWords = ({ label, reports }: NonNullable<Emergency["around"]>): string =>
  `${reports} reports in ${label}`
