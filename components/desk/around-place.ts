import type { Emergency } from "@/lib/dispatch/escalation/contract"

/** Emergencies that are shown together. */
export interface PlaceGroup {
  key: string
  /** Null for an emergency that is the only one around there. */
  around: Emergency["around"]
  emergencies: Emergency[]
}

/**
 * Puts those offered to the viewer first, since they are the ones that run out, and beside each emergency the others around
 * its place. A pure function.
 */
export function aroundPlaces(emergencies: readonly Emergency[], viewerId: string): PlaceGroup[] {
  const isTheirs = ({ offeredTo }: Emergency) => offeredTo?.id === viewerId
  const ordered = [...emergencies.filter(isTheirs), ...emergencies.filter((it) => !isTheirs(it))]
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
