import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { transaction } from "@/db/client"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { fileRequest } from "@/lib/dispatch/file-request"
import { listInvitations } from "@/lib/identity/invitations/list-invitations"
import { invitationOperations } from "@/lib/identity/invitations/operations"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { listRequests } from "@/lib/requests/list-requests"
import { requestOperations } from "@/lib/requests/operations"
import { call, tokensFor } from "@/lib/testing/api"
import { emailOf, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { endpoint } from "./endpoint"

const SEARCHES = 10

const invitations = endpoint(invitationOperations.listInvitations, listInvitations)
const emergencies = endpoint(emergencyOperations.listEmergencies, listEmergencies)
const profile = endpoint(profileOperations.getProfile, getProfile)
const list = endpoint(requestOperations.listRequests, listRequests)
const file = endpoint(requestOperations.fileRequest, fileRequest)

/** While `work` runs, no list of invitations comes to an end. */
const whileInvitationsAreLocked = (work: () => Promise<void>) =>
  transaction(async (tx) => {
    await tx.execute(sql`lock table invitations`)
    await work()
  })

test("ten searches that take too long are refused, and nobody else has to wait for them", async () => {
  const [customer, supervisor, administrator] = [
    await makeActor("customer"),
    await makeActor("supervisor"),
    await makeActor("administrator"),
  ]
  const askForOthers = () =>
    Promise.all([
      call(emergencies, "GET", { actor: supervisor }),
      call(profile, "GET", { actor: customer }),
      call(list, "GET", { actor: customer }),
      call(file, "POST", { actor: customer, body: requestToFile() }),
    ])
  const signIn = () => tokensFor(emailOf(customer), PASSWORD)
  // What is asked for the first time takes its time.
  await Promise.all([askForOthers(), signIn()])
  let over = 0
  await whileInvitationsAreLocked(async () => {
    const searches = Array.from({ length: SEARCHES }, () =>
      call(invitations, "GET", { actor: administrator }).finally(() => over++),
    )
    const others = await askForOthers()
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 201])
    expect(await signIn()).toHaveProperty("accessToken")
    expect(over).toBe(0)

    const answers = await Promise.all(searches)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    const said = await Promise.all(answers.map(async (it) => (await it.json()).detail))
    expect(said).toContain("This search took too long. Narrow your search and try again.")
    expect(said).toContain("The service is busy. Try again in a few seconds.")
  })
  expect((await call(invitations, "GET", { actor: administrator })).status).toBe(200)
})
