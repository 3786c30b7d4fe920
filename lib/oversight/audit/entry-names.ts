import { sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { sessions } from "@/db/schema/sessions"
import { Id } from "@/lib/model/text"

interface Naming {
  subjectType: string
  subjectId: string
  actorId: string | null
  apiKeyId: string | null
  data: Record<string, unknown>
}

const PERSON = sql`case when ${accounts.state} = 'deleted' then 'Deleted customer' else ${accounts.name} end`

/**
 * Current names of the people, keys, invitations and sessions in entries, and references of requests, by id. The log
 * itself keeps no names, so that an erased customer is named nowhere.
 */
export async function currentNamesOf(entries: readonly Naming[]): Promise<Map<string, string>> {
  const ids = new Set(
    entries.flatMap((entry) => [entry.subjectId, entry.actorId, entry.apiKeyId, ...idsIn(entry.data)]).filter(isId),
  )
  if (ids.size === 0) return new Map()
  const wanted = sql`any(${`{${[...ids].join()}}`}::uuid[])`
  // A request has few entries, and an account may have most of the log.
  const requests = entries.filter(({ subjectType }) => subjectType === "request").map(({ subjectId }) => subjectId)
  const rows = await reading.execute<{ id: string; name: string }>(sql`
    select ${accounts.id}::text as id, ${PERSON} as name from ${accounts} where ${accounts.id} = ${wanted}
    union all select ${serviceRequests.id}::text, reference from ${serviceRequests} where ${serviceRequests.id} = ${wanted}
    union all select ${apiKeys.id}::text, ${apiKeys.name} from ${apiKeys} where ${apiKeys.id} = ${wanted}
    union all select ${invitations.id}::text, ${invitations.email} from ${invitations} where ${invitations.id} = ${wanted}
    union all select ${sessions.id}::text, ${PERSON} from ${sessions}
      join ${accounts} on ${accounts.id} = ${sessions.accountId} where ${sessions.id} = ${wanted}
    union all select ${auditEntries.subjectId}, ${auditEntries.data} ->> 'reference' from ${auditEntries}
      where ${auditEntries.subjectId} = any(${`{${requests.filter(isId).join()}}`}::text[]) and ${auditEntries.action} = 'request.deleted'`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const isId = (id: string | null): id is string => Id.safeParse(id).success

/** Ids of what has a name: a session is a person's, and has none of its own. */
export const idsIn = (data: Record<string, unknown>): string[] =>
  Object.entries(data).flatMap(([name, value]) => (name === "sessionId" ? [] : [value].flat().filter(isIdText)))

const isIdText = (value: unknown): value is string => typeof value === "string" && isId(value)
