import { outwardCode } from "@/lib/model/postcode"
import type { Premises } from "@/lib/model/premises"
import { isPartKnown, type Neighbourhood, neighbourhoodOf, streetKey, streetOf } from "./place"

interface Report {
  id: string
  premises: Premises
  /** When it was reported. */
  createdAt: Date
}

/** Several emergencies around one place, which may have one cause. */
export interface EmergencyCluster {
  /** "Burley Street", with the outward code where two have that name, or the postcode where the streets differ. */
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
 * Groups emergencies that were reported within 3 hours of one another in one street of one town and, as far as their
 * postcodes are known, one outward code, or under one full postcode. Those that stand alone are in no group. A pure function, in time that grows with their number.
 */
export function clustersOf(reports: readonly Report[]): EmergencyCluster[] {
  const ordered = reports.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const byKey = new Map<string, Set<Group>>()
  for (const report of ordered) {
    const at = neighbourhoodOf(report.premises)
    const near = groupsNear(byKey, at, report)
    const [group = { members: [], keys: new Set<string>() }, ...others] = near
    for (const other of others) merge(group, other, byKey)
    group.members.push(report)
    for (const key of at.street ? [...at.keys, at.street] : at.keys) note(byKey, key, group)
  }
  const several = [...new Set([...byKey.values()].flatMap((groups) => [...groups]))]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => ({ members, label: labelOf(members) }))
  return several.map(({ members, label }) => {
    const isAlone = several.filter((it) => it.label === label).length === 1
    return { label: isAlone ? label : withCode(label, members), ids: members.map(({ id }) => id) }
  })
}

/**
 * The groups that a report stands in. One without a postcode stands in one of the parts of its street, the latest, since it
 * does not make one place of them; and so does the first one with a postcode after such.
 */
function groupsNear(byKey: Map<string, Set<Group>>, { keys, street }: Neighbourhood, report: Report): Set<Group> {
  const groupsOf = (key: string) => [...(byKey.get(key) ?? [])].filter((it) => isNear(it, report))
  const near = new Set(keys.flatMap(groupsOf))
  if (street === undefined) return near
  const isPartOf = isPartKnown(new Set(keys), street)
  const somewhere = groupsOf(street).filter((it) => !(isPartOf && isPartKnown(it.keys, street)))
  if (near.size === 0 || isPartOf) for (const group of latestOf(somewhere)) near.add(group)
  return near
}

const latestOf = (groups: readonly Group[]): Group[] => groups.toSorted((a, b) => lastOf(b) - lastOf(a)).slice(0, 1)

const lastOf = ({ members }: Group): number => members.at(-1)?.createdAt.getTime() ?? 0

const isNear = (group: Group, { createdAt }: Report): boolean => createdAt.getTime() - lastOf(group) <= WITHIN_MS

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

function withCode(label: string, members: readonly Report[]): string {
  const code = members.flatMap(({ premises }) => outwardCode(premises.postcode) ?? [])[0]
  return code && !label.startsWith(code) ? `${label}, ${code}` : label
}
