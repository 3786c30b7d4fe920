import { beforeEach, describe, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { issueTokens } from "@/lib/identity/auth/tokens"
import { addHome } from "@/lib/identity/homes/add-home"
import { inviteStaff } from "@/lib/identity/invitations/invite-staff"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { EXAMPLE_ID, type Operation } from "@/lib/model/operation"
import { addDevice } from "@/lib/oversight/devices/add-device"
import type { DeviceToAdd } from "@/lib/oversight/devices/contract"
import { deviceOperations } from "@/lib/oversight/devices/operations"
import { readRequest } from "@/lib/requests/get-request"
import { callOperation, OPERATIONS, oneFile, type Sent } from "@/lib/testing/call-operation"
import { keepMail } from "@/lib/testing/inbound-mails"
import { failJob } from "@/lib/testing/jobs"
import { makeKey } from "@/lib/testing/keys"
import { tokenOf } from "@/lib/testing/links"
import { makeMail } from "@/lib/testing/mails"
import { emailOf, emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { attachPhoto } from "@/lib/testing/photos"
import { removedFile } from "@/lib/testing/removed-files"
import { knownTo, makeScene, type Scene } from "@/lib/testing/scene"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { sendUpload } from "@/lib/testing/uploads"
import { openApiDocument } from "./openapi"
import { namesInPath } from "./openapi-input"

type Example = Record<string, unknown>

interface Documented {
  parameters?: { name: string; in: string; example?: unknown }[]
  requestBody?: { content: Record<string, { example?: Example }> }
}

const documented = ({ path, method }: Operation) => openApiDocument().paths?.[path]?.[method] as Documented
const bodyExample = (op: Operation) => documented(op).requestBody?.content["application/json"]?.example
const mailExample = (op: Operation) => String(documented(op).requestBody?.content["message/rfc822"]?.example)
const inQuery = (op: Operation) => documented(op).parameters?.filter((it) => it.in === "query") ?? []

type Known = Example & { actor?: Actor }
const now = () => Date.now()
const inDays = (days: number) => new Date(now() + days * 86_400_000).toISOString()
const gasLeak = ({ people }: Scene) => fileRequest(people.customer, requestToFile({ category: "gas_leak" }))

/** What a caller learns from the answers before, or from an email: no example can know it. */
const LEARNT: Record<string, (scene: Scene) => Promise<Known>> = {
  createTokens: async ({ people }) => ({ email: emailOf(people.customer) }),
  refreshTokens: async ({ people }) =>
    issueTokens({ sessionId: people.customer.sessionId, rotation: 0 }, new Date(now() + 60_000)),
  registerStaff: async ({ people }) => {
    const { code } = await inviteStaff(people.administrator, { email: "tom.fletcher@example.com", role: "staff" })
    return { invitationCode: code }
  },
  verifyEmail: async () => ({ token: await tokenOf((await makeActor("customer")).id, "verify_email") }),
  changeEmail: async ({ people }) => ({
    token: await tokenOf(people.customer.id, "change_email", "amara.okafor@example.org"),
    actor: people.customer,
  }),
  resetPassword: async ({ people }) => ({ token: await tokenOf(people.customer.id, "reset_password") }),
  fileRequest: async ({ people }) => ({ actor: people.customer }),
  deleteRequest: async ({ people }) => ({ actor: people.customer }),
  addDetails: async ({ people }) => ({ actor: people.customer }),
  confirmFixed: (scene) => resolvedIn(scene),
  reopenOwn: (scene) => resolvedIn(scene),
  listProposals: async ({ ids, people }) => ({ requestId: ids.requests, actor: people.supervisor }),
  cancelOwn: async ({ people }) => ({ actor: people.customer }),
  correctRequest: async ({ people, version }) => ({ actor: people.customer, version }),
  proposeColleague: async ({ people }) => ({ actor: people.staff, assigneeId: people.supervisor.id }),
  exportData: async ({ people }) => ({ actor: people.customer }),
  deleteAccount: async ({ people }) => ({ actor: people.customer }),
  getAvailability: async ({ people }) => ({ actor: people.staff }),
  setAvailability: async ({ people }) => ({ actor: people.staff }),
  acknowledgeRequest: async ({ people }) => ({ actor: people.staff }),
  decideDangerCheck: async ({ people }) => {
    const doubtful = { description: "There was a smell of gas in the hall last week.", happeningNow: false }
    return { id: (await fileRequest(people.customer, requestToFile(doubtful))).id }
  },
  separateReport: async (scene) => {
    await gasLeak(scene)
    return { id: (await gasLeak(scene)).id, actor: scene.people.supervisor }
  },
  acknowledgeTogether: async (scene) => ({ ids: [(await gasLeak(scene)).id], actor: scene.people.staff }),
  editProfile: async ({ people }) => ({ actor: people.customer }),
  getKey: async () => ({ id: (await makeKey()).id }),
  rollKey: async () => ({ id: (await makeKey()).id }),
  revokeKey: async () => ({ id: (await makeKey()).id }),
  addAbsence: async () => ({ from: inDays(20), until: inDays(22) }),
  setAbsenceEnd: async () => ({ until: inDays(42) }),
  removeDevice: async ({ people }) => ({
    id: (await addDevice(people.customer, deviceOperations.addDevice.example as DeviceToAdd)).id,
    actor: people.customer,
  }),
  openPicture: async ({ ids, people }) => ({
    id: (await attachPhoto(people.customer, { id: ids.requests ?? "" })).id,
    actor: people.customer,
  }),
  removeAttachment: async ({ people }) => ({ actor: people.customer }),
  decideRemovedFile: async ({ ids, people }) => ({
    id: await removedFile(people.customer, { id: ids.requests ?? "" }),
    actor: people.administrator,
  }),
  getMail: async () => ({ id: (await makeMail()).id }),
  inviteCustomer: async () => ({ id: (await makeActor("customer", { verified: false })).id }),
  getCustomer: async ({ people }) => ({ id: people.customer.id }),
  getNeeds: async ({ people }) => ({ actor: people.customer }),
  editNeeds: async ({ people }) => ({ actor: people.customer }),
  listHomes: async ({ people }) => ({ actor: people.customer }),
  addHome: async ({ people }) => ({ actor: people.customer }),
  editHome: ({ people }) => homeOf(people.customer),
  listHomeRequests: ({ people }) => homeOf(people.customer),
  makeHomeMain: ({ people }) => homeOf(people.customer),
  leaveHome: ({ people }) => homeOf(people.customer),
  getTwoFactorOf: async ({ people }) => ({ id: people.customer.id }),
  removeTwoFactorOf: async ({ people }) => {
    await enrol(people.customer)
    return { id: people.customer.id }
  },
  endSession: async ({ people }) => ({ id: people.customer.sessionId, actor: people.customer }),
  getCurrentKey: async () => ({ actor: await makeKey() }),
  confirmTwoFactor: async ({ people }) => {
    const { secret } = await startTwoFactor(people.customer, { currentPassword: PASSWORD })
    return { code: codeAt(secret, now()), actor: people.customer }
  },
  renewRecoveryCodes: ({ people }) => proofOf(people.customer),
  turnOffTwoFactor: ({ people }) => proofOf(people.customer),
  listNearestClocks: async ({ ids }) => ({ ids: [ids.requests] }),
  assignRequests: async ({ ids, version, people }) => ({
    requests: [{ id: ids.requests, version }],
    assigneeId: people.supervisor.id,
  }),
  changeRequests: async ({ ids, version }) => ({ requests: [{ id: ids.requests, version }] }),
  getFailedJob: async () => ({ id: await failJob() }),
  retryJob: async () => ({ id: await failJob() }),
  dropJob: async () => ({ id: await failJob() }),
  takeMail: async () => ({ actor: await makeKey() }),
  fileMail: async ({ ids, people }) => ({
    id: (await keepMail()).id,
    reference: (await readRequest(ids.requests ?? "")).reference,
    actor: people.supervisor,
  }),
  dropMail: async () => ({ id: (await keepMail()).id }),
  completeUpload: async ({ people: { customer: actor } }) => ({
    id: (await sendUpload(actor, "note.txt", "a note")).id,
    actor,
  }),
  dropUpload: async ({ people: { customer: actor } }) => ({
    id: (await sendUpload(actor, "note.txt", "a note")).id,
    actor,
  }),
}

async function resolvedIn({ ids, version, people }: Scene): Promise<Known> {
  const id = ids.requests ?? ""
  const begun = await moveRequest(people.staff, { id, to: "in_progress", version })
  await moveRequest(people.staff, { id, to: "resolved", version: begun.version })
  return { actor: people.customer }
}

async function homeOf(actor: Actor): Promise<Known> {
  const premises = { line1: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB" }
  return { id: (await addHome(actor, { premises, role: "owner" })).id, actor }
}

async function proofOf(actor: Actor): Promise<Known> {
  const { secret } = await enrol(actor)
  return { code: codeAt(secret, now()), actor }
}

/** The documented example as a call, with what is known instead of what only stands for it. */
function callOf(op: Operation, known: Example): Sent {
  const parameters = documented(op).parameters ?? []
  const valueIn = (name: string, example: unknown) =>
    Object.hasOwn(known, name) && (name === "ids" || isPlaceholder(name)) ? known[name] : example
  const of = (place: string) =>
    parameters
      .filter((it) => it.in === place && it.example !== undefined)
      .map(({ name, example }) => [name, String(valueIn(name, example))])
  const example = bodyExample(op)
  const fields = Object.entries(example ?? {}).map(([name, value]) => [name, valueIn(name, value)])
  if (op.body === "mail") return { params: {}, form: new Blob([mailExample(op)], { type: "message/rfc822" }) }
  if (op.body === "multipart") return { params: Object.fromEntries(of("path")), form: oneFile("meter.txt") }
  const query = new URLSearchParams(of("query"))
  return {
    params: Object.fromEntries(of("path")),
    ...(query.size > 0 && { query: `?${query}` }),
    ...(op.method !== "get" && op.method !== "delete" && { body: Object.fromEntries(fields) }),
  }
}

/** Names of what only an answer or an email can tell. */
const isPlaceholder = (name: string) =>
  [
    "id",
    "requestId",
    "reference",
    "day",
    "version",
    "assigneeId",
    "requests",
    "token",
    "refreshToken",
    "code",
    "invitationCode",
    "email",
    "from",
    "until",
  ].includes(name)

describe("the examples of the documentation", () => {
  beforeEach(emptyDatabase)

  test.each(OPERATIONS)("%s is shown with an example of whatever it needs", (_, op) => {
    const { parameters = [], requestBody } = documented(op)
    for (const { in: place, name, example } of parameters)
      if (place === "path") expect([name, example]).not.toEqual([name, undefined])
    const json = requestBody?.content["application/json"]
    if (json) expect(json.example).toBeDefined()
    if (inQuery(op).length > 0) expect(inQuery(op).some(({ example }) => example !== undefined)).toBe(true)
    const needed = op.input.safeParse({
      ...op.example,
      ...Object.fromEntries(namesInPath(op).map((name) => [name, parameters.find((it) => it.name === name)?.example])),
    })
    expect(needed.error?.issues ?? []).toEqual([])
  })

  test.each(OPERATIONS)("%s answers its example as documented", async (name, op) => {
    const scene = await makeScene()
    const { actor, ...learnt } = (await LEARNT[name]?.(scene)) ?? {}
    const { administrator, supervisor } = scene.people
    const statuses: number[] = []
    for (const caller of actor ? [actor] : [administrator, supervisor]) {
      const known = { ...(await knownTo(op, caller, scene)), ...learnt }
      const sent = callOf(op, known)
      expect(JSON.stringify(sent)).not.toContain(EXAMPLE_ID)
      const response = await callOperation(op, caller, sent)
      statuses.push(response.status)
      if (response.status === op.status) return
    }
    expect(statuses).toContain(op.status)
  })

  test("sending the example of a request raises no alarm", async () => {
    const { people } = await makeScene()
    const [, op] = OPERATIONS.find(([name]) => name === "fileRequest") ?? []
    if (!op) throw new Error("There is no such operation.")
    const filed = (await (await callOperation(op, people.customer, callOf(op, {}))).json()) as Example
    expect(filed).toMatchObject({ priority: "normal", danger: null, status: "pending" })
  })
})
