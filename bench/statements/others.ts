import { Readable } from "node:stream"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { listCustomers } from "@/lib/accounts/customers"
import { listInvitations } from "@/lib/accounts/invitations"
import { listStaff } from "@/lib/accounts/staff"
import { sealEntries } from "@/lib/audit/seal-entries"
import { sealsBehind } from "@/lib/audit/unsealed"
import type { Actor } from "@/lib/auth/actor"
import { listEmergencies } from "@/lib/emergencies/list"
import { raiseOverdue } from "@/lib/emergencies/overdue"
import { listKeys } from "@/lib/keys/read"
import { listMails } from "@/lib/mail/kept"
import { dataOf } from "@/lib/privacy/data"
import { foreseeDeletion } from "@/lib/privacy/delete"
import { getRequest } from "@/lib/requests/get"
import { listTimeline } from "@/lib/requests/timeline"
import { listAbsences } from "@/lib/rosters/absences"
import { checkClocks } from "@/lib/service-levels/check"
import { listNearestClocks } from "@/lib/service-levels/list-clocks"
import { listSessions } from "@/lib/sessions/list"
import { getQueue } from "@/lib/team/get-queue"
import { getTeam } from "@/lib/team/get-team"
import { upkeep } from "@/lib/upkeep"
import { middle, type Readers } from "./people"
import type { Case } from "./run"

const limit = 20

/** Every other page and list, and what is done by itself. */
export async function* otherCases(readers: Readers): AsyncGenerator<Case> {
  const { customer, largest, busiest, supervisor, administrator, utilityKey, namedKey } = readers
  const far = await middle()
  const { id } = await listNewest()
  const pages: [page: string, role: string, run: () => Promise<unknown>][] = [
    ["request", "supervisor", () => getRequest(supervisor, far)],
    ["timeline", "supervisor", () => listTimeline(supervisor, far)],
    ["clocks", "supervisor", () => listNearestClocks(supervisor, { ids: [id, far.id] })],
    ["team", "supervisor", () => getTeam(supervisor, { limit: 100 })],
    ["queue", "supervisor", () => getQueue(supervisor, { limit })],
    ["absences", "supervisor", () => listAbsences(supervisor, busiest)],
    ["invitations", "administrator", () => listInvitations(administrator, { limit })],
    ["keys", "administrator", () => listKeys(administrator, { limit })],
    ["mails", "administrator", () => listMails(administrator, { limit })],
    ["deletion", "largest", () => foreseeDeletion(largest)],
    ["data export", "largest", () => firstOf(dataOf(largest.id, () => undefined))],
    ["data export", "customer", () => allOf(dataOf(customer.id, () => undefined))],
    ["upkeep", "nobody", upkeep],
    ["sealing", "nobody", sealEntries],
    ["sealing", "nobody", sealsBehind],
    ["overdue emergencies", "nobody", raiseOverdue],
    ["clock checks", "nobody", checkClocks],
  ]
  for (const [page, role, run] of pages) yield { page, role, name: "", run }
  for (const [role, actor] of Object.entries({ customer, largest, busiest } satisfies Record<string, Actor>))
    yield { page: "sessions", role, name: "", run: () => listSessions(actor, { limit }) }
  for (const [role, actor] of Object.entries({ busiest, supervisor }))
    for (const after of [undefined, far.id])
      yield { page: "emergencies", role, name: after ? "far" : "", run: () => listEmergencies(actor, { after, limit }) }
  for (const filter of [
    {},
    { state: "active" },
    { state: "disabled" },
    { role: "supervisor" },
    { team: "Nobody's" },
    { after: busiest.id },
  ] as const)
    yield {
      page: "staff",
      role: "supervisor",
      name: JSON.stringify(filter),
      run: () => listStaff(supervisor, { limit, ...filter }),
    }
  for (const [role, actor] of Object.entries({ supervisor, utilityKey, namedKey } satisfies Record<string, Actor>))
    for (const filter of [
      {},
      { after: customer.id },
      { email: "customer77@bench.test" },
      { email: "nobody@bench.test" },
    ])
      yield {
        page: "customers",
        role,
        name: JSON.stringify(filter),
        run: () => listCustomers(actor, { limit, ...filter }),
      }
}

const listNewest = async () => {
  const [row] = await db.execute<{ id: string }>(sql`select id from service_requests order by id desc limit 1`)
  if (!row) throw new Error("There are no requests.")
  return row
}

/** The beginning of something long: what comes after it is read in the same way. */
async function firstOf(pieces: AsyncIterable<string>): Promise<void> {
  let left = 2000
  for await (const _ of pieces) if (--left === 0) return
}

const allOf = (pieces: AsyncIterable<string>) => Readable.from(pieces).resume().toArray()
