import type postgres from "postgres"
import { sealSessionCookie } from "@/lib/identity/auth/session-cookie"
import { issueTokens } from "@/lib/identity/auth/tokens"

const PEOPLE = 64

export type Person = { id: string; email: string; bearer: Record<string, string>; cookie: Record<string, string> }

/** Signs the first people of a role in, and gives what their clients and browsers send. */
export async function signIn(sql: postgres.Sql, role: "customer" | "staff" | "supervisor"): Promise<Person[]> {
  const accounts = await sql<{ id: string; email: string }[]>`
    select id, email from accounts where role = ${role} order by length(email), email limit ${PEOPLE}`
  return Promise.all(
    accounts.map(async ({ id, email }) => {
      const [session] = await sql<{ id: string }[]>`
        insert into sessions (id, account_id, kind, address, device, expires_at)
        values (uuidv7(), ${id}, 'api', '127.0.0.1', 'benchmark', now() + interval '1 day') returning id`
      const sessionId = session?.id ?? ""
      const { accessToken } = await issueTokens({ sessionId, rotation: 0 }, new Date(Date.now() + 86_400_000))
      const { name, value } = await sealSessionCookie(sessionId)
      return { id, email, bearer: { authorization: `Bearer ${accessToken}` }, cookie: { cookie: `${name}=${value}` } }
    }),
  )
}
