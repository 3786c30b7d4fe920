import { Readable } from "node:stream"
import { db, one } from "@/db/client"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { raiseOverdueChecks } from "@/lib/dispatch/danger-checks/raise-overdue-checks"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { raiseOverdue } from "@/lib/dispatch/escalation/raise-overdue"
import { listAbsences } from "@/lib/dispatch/rosters/list-absences"
import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { getQueue } from "@/lib/dispatch/team/get-queue"
import { getTeam } from "@/lib/dispatch/team/get-team"
import { getTeamRoster } from "@/lib/dispatch/team-rosters/get-team-roster"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { listInvitations } from "@/lib/identity/invitations/list-invitations"
import { listKeys } from "@/lib/identity/keys/list-keys"
import { listSessions } from "@/lib/identity/sessions/list-sessions"
import type { Actor } from "@/lib/model/actor"
import { getSealBacklog } from "@/lib/oversight/audit/seal-backlog"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { listFailedJobs } from "@/lib/oversight/failed-jobs/list-failed-jobs"
import { listMails } from "@/lib/oversight/mail/list-mails"
import { jobFigures } from "@/lib/oversight/metrics/job-figures"
import { sealFigures } from "@/lib/oversight/metrics/seal-figures"
import { serviceFigures } from "@/lib/oversight/metrics/service-figures"
import { exportedData } from "@/lib/oversight/privacy/exported-data"
import { foreseeDeletion } from "@/lib/oversight/privacy/foresee-deletion"
import { listNearestClocks } from "@/lib/oversight/service-levels/list-nearest-clocks"
import { countRequests } from "@/lib/requests/count-requests"
import { getRequest } from "@/lib/requests/get-request"
import { listDeleted } from "@/lib/requests/list-deleted"
import { listTimeline } from "@/lib/requests/list-timeline"
import { upkeep } from "@/lib/server/upkeep"
import { middle, newest, type Readers } from "./people"
import type { Case } from "./run"

const limit = 20

/** What all customers have, many, few, one and nobody, and what many have but none together. */
const CUSTOMER_SEARCHES = ["mill", "okafor", "okafor leeds", "customer 77", "okafor reed", "nowhere"]

/** Every other page and list, and what is done by itself. */
export async function* otherCases(readers: Readers): AsyncGenerator<Case> {
  const { customer, largest, busiest, supervisor, administrator, utilityKey, namedKey } = readers
  const far = await middle()
  const { id } = one(await newest(1))
  const pages: [page: string, role: string, run: () => Promise<unknown>][] = [
    ["request", "supervisor", () => getRequest(supervisor, far)],
    ["timeline", "supervisor", () => listTimeline(supervisor, far)],
    ["clocks", "supervisor", () => listNearestClocks(supervisor, { ids: [id, far.id] })],
    ["team", "supervisor", () => getTeam(supervisor, { limit: 100 })],
    ["team roster", "supervisor", () => getTeamRoster(supervisor, { limit: 40 })],
    ["queue", "supervisor", () => getQueue(supervisor, { limit })],
    ["absences", "supervisor", () => listAbsences(supervisor, busiest)],
    ["invitations", "administrator", () => listInvitations(administrator, { limit })],
    ["keys", "administrator", () => listKeys(administrator, { limit })],
    ["failed jobs", "administrator", () => listFailedJobs(administrator, { limit })],
    ["metrics", "nobody", () => db.execute(serviceFigures.question)],
    ["metrics", "nobody", () => db.execute(sealFigures.question)],
    ["metrics", "nobody", () => db.execute(jobFigures.question)],
    ["mails", "administrator", () => listMails(administrator, { limit })],
    ["own counts", "largest", () => countRequests(largest, {})],
    ["own counts", "largest", () => countRequests(largest, { q: "meter" })],
    ["own counts", "customer", () => countRequests(customer, { q: "meter" })],
    ["deletion", "largest", () => foreseeDeletion(largest)],
    ["data export", "largest", () => firstOf(exportedData(largest.id, () => undefined))],
    ["data export", "customer", () => allOf(exportedData(customer.id, () => undefined))],
    ["upkeep", "nobody", upkeep],
    ["sealing", "nobody", sealEntries],
    ["sealing", "nobody", getSealBacklog],
    ["overdue emergencies", "nobody", raiseOverdue],
    ["overdue checks", "nobody", raiseOverdueChecks],
    ["danger checks", "supervisor", () => listDangerChecks(supervisor, { limit })],
    ["danger checks", "busiest", () => listDangerChecks(busiest, { limit })],
  ]
  for (const [page, role, run] of pages) yield { page, role, name: "", run }
  for (const [role, actor] of Object.entries({ customer, largest, busiest } satisfies Record<string, Actor>))
    yield { page: "sessions", role, name: "", run: () => listSessions(actor, { limit }) }
  for (const [role, actor] of Object.entries({ largest, supervisor, utilityKey, namedKey } satisfies Record<
    string,
    Actor
  >))
    for (const cut of [{}, { since: far.updatedAt }, { after: `${far.updatedAt}_1` }])
      yield {
        page: "deleted",
        role,
        name: Object.keys(cut).join(),
        run: () => listDeleted(actor, { limit, ...cut }),
      }
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
      ...CUSTOMER_SEARCHES.flatMap((q) => [{ q }, { q, after: customer.id }]),
    ])
      yield {
        page: "customers",
        role,
        name: JSON.stringify(filter),
        run: () => listCustomers(actor, { limit, ...filter }),
      }
}

/** The beginning of something long: what comes after it is read in the same way. */
async function firstOf(pieces: AsyncIterable<string>): Promise<void> {
  let left = 2000
  for await (const _ of pieces) if (--left === 0) return
}

const allOf = (pieces: AsyncIterable<string>) => Readable.from(pieces).resume().toArray()
