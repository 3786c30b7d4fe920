import type { Premises } from "@/lib/model/premises"
import { neighbourhoodKeys, streetKey, streetOf } from "./place"

interface Report {
  id: string
  premises: Premises
  /** When it was reported. */
  createdAt: Date
}

/** Several emergencies around one place, which may have one cause. */
export interface EmergencyCluster {
  /** "Burley Street", or the postcode where the streets differ. */
  label: string
  /** Ids of the requests, oldest first. */
  ids: string[]
}

const WITHIN_MS = 3 * 3_600_000

/**
 * Groups emergencies that were reported within 3 hours of one another in one street of one town, or under one full
 * postcode. Those that stand alone are in no group. A pure function.
 */
export function clustersOf(reports: readonly Report[]): EmergencyCluster[] {
  const ordered = reports.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const groups: { members: Report[]; keys: Set<string> }[] = []
  for (const report of ordered) {
    const keys = neighbourhoodKeys(report.premises)
    const near = groups.filter(
      (group) =>
        keys.some((key) => group.keys.has(key)) &&
        report.createdAt.getTime() - (group.members.at(-1)?.createdAt.getTime() ?? 0) <= WITHIN_MS,
    )
    const joined = { members: [...near.flatMap(({ members }) => members), report], keys: new Set(keys) }
    for (const group of near) {
      for (const key of group.keys) joined.keys.add(key)
      groups.splice(groups.indexOf(group), 1)
    }
    joined.members.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    groups.push(joined)
  }
  return groups
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => ({ label: labelOf(members), ids: members.map(({ id }) => id) }))
}

function labelOf(members: readonly Report[]): string {
  const [first] = members
  if (!first) return ""
  const isOneStreet = new Set(members.map(({ premises }) => streetKey(premises))).size === 1
  return (isOneStreet ? streetOf(first.premises) : undefined) ?? first.premises.postcode
}
