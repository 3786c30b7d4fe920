const NAMES = ["status", "category", "priority", "assignee", "q", "after"] as const

/** Which requests a person looks at, as the address says it. `status` is never absent: "any" means all. */
export type DeskFilter = { status: string } & Partial<Record<(typeof NAMES)[number], string>>

type Search = Record<string, string | string[] | undefined>

/** The filter in an address. Without a status it means open work. */
export function readFilter(search: Search): DeskFilter {
  const given = NAMES.map((name) => [name, [search[name]].flat()[0]?.trim()] as const)
  return { status: "open", ...Object.fromEntries(given.filter(([, value]) => value)) }
}

/** The filter as the list's contract expects it, which has no "any". */
export const asked = ({ status, ...rest }: DeskFilter) => ({ ...rest, status: status === "any" ? undefined : status })

/** The address of a list, with only what differs from the usual one. */
export function deskAddress({ status, ...rest }: Partial<DeskFilter>): string {
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value))
  if (status && status !== "open") query.set("status", status)
  return query.size > 0 ? `/desk?${query}` : "/desk"
}

/** True when somebody narrowed the list down, so that an empty one may be their own doing. */
export const isNarrowed = ({ status, category, priority, assignee, q }: DeskFilter): boolean =>
  status !== "open" || Boolean(category ?? priority ?? assignee ?? q)
