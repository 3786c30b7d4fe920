import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { attachFiles } from "@/lib/attachments/attach"
import type { Actor } from "@/lib/auth/actor"
import { issueTokens } from "@/lib/auth/tokens"
import type { operations } from "@/lib/operations"
import { assignRequest } from "@/lib/requests/assign"
import { fileRequest } from "@/lib/requests/file"
import { call } from "@/lib/testing/api"
import { tokenOf } from "@/lib/testing/links"
import { makeMail } from "@/lib/testing/mails"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises, requestToFile } from "@/lib/testing/people"
import * as accounts from "./accounts/route"
import * as attachment from "./attachments/[id]/route"
import * as categories from "./categories/route"
import * as invitations from "./invitations/route"
import * as mail from "./mails/[id]/route"
import * as mails from "./mails/route"
import * as reset from "./password-resets/current/route"
import * as resets from "./password-resets/route"
import * as availability from "./profile/availability/route"
import * as deletion from "./profile/deletion/route"
import * as exported from "./profile/export/route"
import * as password from "./profile/password/route"
import * as profile from "./profile/route"
import * as verification from "./profile/verification/route"
import * as assignee from "./requests/[id]/assignee/route"
import * as files from "./requests/[id]/attachments/route"
import * as request from "./requests/[id]/route"
import * as status from "./requests/[id]/status/route"
import * as timeline from "./requests/[id]/timeline/route"
import * as requests from "./requests/route"
import * as member from "./staff/[id]/route"
import * as staff from "./staff/route"
import * as current from "./tokens/current/route"
import * as refresh from "./tokens/refresh/route"
import * as tokens from "./tokens/route"
import * as verifications from "./verifications/route"

const CALLERS = [
  "anonymous",
  "owner",
  "other customer",
  "assigned staff",
  "other staff",
  "supervisor",
  "administrator",
  "waiting staff",
  "disabled staff",
] as const

type Operation = keyof typeof operations

/** Every operation, and what each caller is answered, in the order above. */
const EXPECTED: Record<Operation, number[]> = {
  createTokens: [201, 201, 201, 201, 201, 201, 201, 201, 201],
  refreshTokens: [201, 201, 201, 201, 201, 201, 201, 201, 201],
  endTokens: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  registerCustomer: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  registerStaff: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  verifyEmail: [204, 204, 204, 204, 204, 204, 204, 204, 204],
  resendVerification: [401, 202, 202, 202, 202, 202, 202, 202, 401],
  requestReset: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  resetPassword: [204, 204, 204, 204, 204, 204, 204, 204, 204],
  listCategories: [200, 200, 200, 200, 200, 200, 200, 200, 200],
  getProfile: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  editProfile: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  changePassword: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  getAvailability: [401, 404, 404, 200, 200, 200, 404, 404, 401],
  setAvailability: [401, 404, 404, 200, 200, 200, 404, 404, 401],
  listStaff: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  getStaff: [401, 404, 404, 404, 404, 200, 200, 404, 401],
  editStaff: [401, 404, 404, 404, 404, 403, 200, 404, 401],
  listInvitations: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  inviteStaff: [401, 403, 403, 403, 403, 403, 201, 403, 401],
  fileRequest: [401, 201, 201, 403, 403, 403, 403, 403, 401],
  listRequests: [401, 200, 200, 200, 200, 200, 200, 403, 401],
  getRequest: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  deleteRequest: [401, 204, 404, 403, 404, 403, 403, 404, 401],
  moveRequest: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  assignRequest: [401, 403, 404, 403, 404, 200, 200, 404, 401],
  listTimeline: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  attachFiles: [401, 201, 404, 201, 404, 201, 201, 404, 401],
  openAttachment: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  listMails: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getMail: [401, 404, 404, 404, 404, 404, 200, 404, 401],
  exportData: [401, 200, 200, 404, 404, 404, 404, 404, 401],
  deleteAccount: [401, 204, 204, 404, 404, 404, 404, 404, 401],
}

interface Scene {
  people: Record<(typeof CALLERS)[number], Actor | undefined>
  actor: Actor | undefined
  id: string
  version: number
  attachmentId: string
}

let people: Scene["people"]

const email = () => `${crypto.randomUUID()}@example.test`
const tokenFor = async (purpose: Parameters<typeof tokenOf>[1]) => tokenOf((await makeActor("customer")).id, purpose)
const known = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error("There is nobody here.")
  return actor
}
const oneFile = () => {
  const form = new FormData()
  form.append("files", new File(["a note"], "note.txt"))
  return form
}

/** One valid call of each operation. */
const CALLS: Record<Operation, (scene: Scene) => Promise<Response>> = {
  createTokens: ({ actor, people }) =>
    call(tokens.POST, "POST", { actor, body: { email: emailOf(known(people.owner)), password: PASSWORD } }),
  refreshTokens: async ({ actor }) => {
    const { sessionId } = await makeActor("customer")
    const { refreshToken } = await issueTokens({ sessionId, rotation: 0 }, new Date(Date.now() + 60_000))
    return call(refresh.POST, "POST", { actor, body: { refreshToken } })
  },
  endTokens: ({ actor }) => call(current.DELETE, "DELETE", { actor }),
  registerCustomer: ({ actor }) =>
    call(accounts.POST, "POST", {
      actor,
      body: { name: "New", email: email(), phone: "0113 496 0001", password: PASSWORD, premises },
    }),
  registerStaff: ({ actor }) =>
    call(staff.POST, "POST", {
      actor,
      body: { name: "New", email: email(), phone: "0113 496 0001", password: PASSWORD },
    }),
  verifyEmail: async ({ actor }) =>
    call(verifications.POST, "POST", { actor, body: { token: await tokenFor("verify_email") } }),
  resendVerification: ({ actor }) => call(verification.POST, "POST", { actor, body: {} }),
  requestReset: ({ actor }) => call(resets.POST, "POST", { actor, body: { email: email() } }),
  resetPassword: async ({ actor }) =>
    call(reset.PUT, "PUT", {
      actor,
      body: { token: await tokenFor("reset_password"), newPassword: `${PASSWORD} staple` },
    }),
  listCategories: ({ actor }) => call(categories.GET, "GET", { actor }),
  getProfile: ({ actor }) => call(profile.GET, "GET", { actor }),
  editProfile: ({ actor }) =>
    call(profile.PUT, "PUT", { actor, body: { name: "Renamed", phone: "0113 496 0002", version: 1 } }),
  changePassword: ({ actor }) =>
    call(password.PUT, "PUT", { actor, body: { currentPassword: PASSWORD, newPassword: `${PASSWORD} staple` } }),
  getAvailability: ({ actor }) => call(availability.GET, "GET", { actor }),
  setAvailability: ({ actor }) => call(availability.PUT, "PUT", { actor, body: { available: false } }),
  listStaff: ({ actor }) => call(staff.GET, "GET", { actor }),
  getStaff: ({ actor, people }) => call(member.GET, "GET", { actor, params: { id: known(people["other staff"]).id } }),
  editStaff: ({ actor, people }) =>
    call(member.PATCH, "PATCH", { actor, params: { id: known(people["other staff"]).id }, body: { capacity: 5 } }),
  listInvitations: ({ actor }) => call(invitations.GET, "GET", { actor }),
  inviteStaff: ({ actor }) => call(invitations.POST, "POST", { actor, body: { email: email() } }),
  fileRequest: ({ actor }) => call(requests.POST, "POST", { actor, body: requestToFile() }),
  listRequests: ({ actor }) => call(requests.GET, "GET", { actor }),
  getRequest: ({ actor, id }) => call(request.GET, "GET", { actor, params: { id } }),
  deleteRequest: ({ actor, id }) => call(request.DELETE, "DELETE", { actor, params: { id } }),
  moveRequest: ({ actor, id, version }) =>
    call(status.PUT, "PUT", { actor, params: { id }, body: { to: "in_progress", version } }),
  assignRequest: ({ actor, id, version, people }) =>
    call(assignee.PUT, "PUT", {
      actor,
      params: { id },
      body: { assigneeId: known(people["other staff"]).id, version },
    }),
  listTimeline: ({ actor, id }) => call(timeline.GET, "GET", { actor, params: { id } }),
  attachFiles: ({ actor, id }) => call(files.POST, "POST", { actor, params: { id }, form: oneFile() }),
  openAttachment: ({ actor, attachmentId }) => call(attachment.GET, "GET", { actor, params: { id: attachmentId } }),
  listMails: ({ actor }) => call(mails.GET, "GET", { actor }),
  getMail: async ({ actor }) => call(mail.GET, "GET", { actor, params: { id: (await makeMail()).id } }),
  exportData: ({ actor }) => call(exported.GET, "GET", { actor }),
  deleteAccount: async ({ actor, people }) => {
    const response = await call(deletion.POST, "POST", { actor, body: { currentPassword: PASSWORD } })
    // The next caller finds a request again, which somebody has to have filed.
    if (actor && actor === people.owner) people.owner = await makeActor("customer")
    return response
  },
}

describe("who may do what, answered by the API", () => {
  beforeAll(emptyDatabase)

  beforeEach(async () => {
    await emptyDatabase()
    people = {
      anonymous: undefined,
      owner: await makeActor("customer"),
      "other customer": await makeActor("customer"),
      "assigned staff": await makeActor("staff"),
      "other staff": await makeActor("staff"),
      supervisor: await makeActor("supervisor"),
      administrator: await makeActor("administrator"),
      "waiting staff": await makeActor("staff", { state: "waiting" }),
      "disabled staff": await makeActor("staff", { state: "disabled" }),
    }
  })

  test.each(Object.keys(EXPECTED) as Operation[])("%s", async (operation) => {
    const answers: Record<string, number> = {}
    for (const caller of CALLERS) answers[caller] = await answer(operation, caller)
    expect(answers).toEqual(Object.fromEntries(CALLERS.map((caller, i) => [caller, EXPECTED[operation][i]])))
  })
})

async function answer(operation: Operation, caller: (typeof CALLERS)[number]): Promise<number> {
  const owner = known(people.owner)
  const filed = await fileRequest(owner, requestToFile())
  const assigned = known(people["assigned staff"])
  const supervisor = known(people.supervisor)
  const change = { id: filed.id, assigneeId: assigned.id, version: filed.version }
  const request = filed.assigneeId === assigned.id ? filed : await assignRequest(supervisor, change)
  const { items } = await attachFiles(owner, filed, (take) => take("note.txt", chunks("a note")))
  const attachmentId = items[0]?.id ?? ""
  const response = await CALLS[operation]({
    people,
    actor: people[caller],
    id: filed.id,
    version: request.version,
    attachmentId,
  })
  await response.body?.cancel()
  return response.status
}

async function* chunks(text: string) {
  yield Buffer.from(text)
}
