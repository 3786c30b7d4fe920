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

interface Group {
  /** Oldest first. */
  members: Report[]
  keys: Set<string>
}

/**
 * Groups emergencies that were reported within 3 hours of one another in one street of one town, or under one full
 * postcode. Those that stand alone are in no group. A pure function, in time that grows with their number.
 */
export function clustersOf(reports: readonly Report[]): EmergencyCluster[] {
  const ordered = reports.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const byKey = new Map<string, Set<Group>>()
  for (const report of ordered) {
    const keys = neighbourhoodKeys(report.premises)
    const near = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])].filter((it) => isNear(it, report))))
    const [group = { members: [], keys: new Set<string>() }, ...others] = near
    for (const other of others) merge(group, other, byKey)
    group.members.push(report)
    for (const key of keys) note(byKey, key, group)
  }
  return [...new Set([...byKey.values()].flatMap((groups) => [...groups]))]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => ({ label: labelOf(members), ids: members.map(({ id }) => id) }))
}

const isNear = ({ members }: Group, { createdAt }: Report): boolean =>
  createdAt.getTime() - (members.at(-1)?.createdAt.getTime() ?? 0) <= WITHIN_MS

function note(byKey: Map<string, Set<Group>>, key: string, group: Group): void {
  group.keys.add(key)
  byKey.set(key, (byKey.get(key) ?? new Set()).add(group))
}

/** Makes one group of two, which a report stands in both of. */
function merge(group: Group, other: Group, byKey: Map<string, Set<Group>>): void {
  group.members = [...group.members, ...other.members].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  for (const key of other.keys) {
    byKey.get(key)?.delete(other)
    note(byKey, key, group)
  }
}

function labelOf(members: readonly Report[]): string {
  const [first] = members
  if (!first) return ""
  const isOneStreet = new Set(members.map(({ premises }) => streetKey(premises))).size === 1
  return (isOneStreet ? streetOf(first.premises) : undefined) ?? first.premises.postcode
}
