import { randomUUID } from "node:crypto"
import { inArray } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { assignmentDecisions, clockChecks } from "@/db/schema/dispatch"
import { customerCare } from "@/db/schema/premises"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { makeReporter } from "@/lib/dispatch/emergency-reports/reporter"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { decisionToKeep } from "@/lib/model/kept-decision"
import { isOpen } from "@/lib/model/status"
import { refreshReports } from "@/lib/oversight/reports/refresh-reports"
import { storeFile } from "@/lib/platform/storage/store-file"
import { insertAttachments } from "@/lib/requests/attachments/insert-attachments"
import { DEMO_PASSWORD, PEOPLE } from "./people"
import { reportOne } from "./report"
import { seedRosters } from "./rosters"
import { worldOf } from "./world"

export const demoAccounts = PEOPLE.map(({ role, email }) => ({ role, email, password: DEMO_PASSWORD }))

const READING = "Reading of 1 November: 04711.382 m³\nReading of 1 October:  04655.109 m³\n"

/** A believable world to try the app in. The caller has made sure that the database is empty and no real one. */
export async function seed(): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const passwordOfNobody = await hashPassword(randomUUID())
  // Before the first of their requests.
  const createdAt = new Date(Date.now() - 90 * 86_400_000)
  await transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const people = await tx
      .insert(accounts)
      .values(
        PEOPLE.map(({ role, name, email, phone, premises }) => ({
          role,
          name,
          email,
          phone,
          premises,
          passwordHash,
          createdAt,
          emailVerifiedAt: createdAt,
        })),
      )
      .returning()
    const told = PEOPLE.flatMap(({ email, care }) => {
      const person = people.find((it) => it.email === email)
      return care && person ? [{ ...care, customerId: person.id }] : []
    })
    await tx.insert(customerCare).values(told)
    const desks = PEOPLE.flatMap(({ email, desk }) => {
      const person = people.find((it) => it.email === email)
      return desk && person ? [{ ...desk, accountId: person.id }] : []
    })
    await tx.insert(staff).values(desks)
    await seedRosters(tx, people)
    const { candidates } = await readSnapshot(tx)
    const world = worldOf(people, candidates)
    await makeReporter(tx, passwordOfNobody, createdAt)
    reportOne(world)
    await tx.insert(serviceRequests).values(world.map(({ request }) => request))
    await tx.insert(requestEvents).values(world.flatMap(({ events }) => events))
    await tx
      .insert(assignmentDecisions)
      .values(
        world.flatMap(({ request: { id, createdAt }, decision }) =>
          decision ? { requestId: id, decision: decisionToKeep(decision), createdAt } : [],
        ),
      )
    // Requests that ended long ago are not overdue.
    const ids = world.flatMap(({ request: { id, status } }) => (isOpen(status) ? [] : id))
    await tx.update(clockChecks).set({ checkAt: null }).where(inArray(clockChecks.requestId, ids))
    await attachReading(
      tx,
      one(world.filter(({ request: { category, status } }) => category === "meter_reading" && status === "pending"))
        .request,
    )
  })
  // Reports have something to tell from the first look on.
  await refreshReports()
}

async function attachReading(tx: Tx, request: typeof serviceRequests.$inferInsert) {
  const file = await storeFile("readings.txt", content())
  const { id: requestId = "", customerId, createdAt } = request
  await insertAttachments(tx, [{ ...file, requestId, uploadedBy: customerId, createdAt }])
  const data = { attachmentId: file.id, name: file.name }
  await tx
    .insert(requestEvents)
    .values({ requestId, kind: "attached", actorId: customerId, data, visibleToCustomer: true, createdAt })
}

async function* content() {
  yield Buffer.from(READING)
}
