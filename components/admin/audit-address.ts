const NAMES = ["action", "subjectType", "subjectId", "actorId", "apiKeyId", "from", "to"] as const

/** Which entries of the audit log somebody looks at, as the address says it. */
export type AuditQuery = Partial<Record<(typeof NAMES)[number], string>>

type Search = Record<string, string | string[] | undefined>

export function readQuery(search: Search): AuditQuery {
  const given = NAMES.map((name) => [name, [search[name]].flat()[0]?.trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

export function auditAddress(query: AuditQuery & { after?: string | null }, path = "/admin/audit"): string {
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return asked.size > 0 ? `${path}?${asked}` : path
}

export const isAuditNarrowed = (query: AuditQuery): boolean => Object.keys(query).length > 0
