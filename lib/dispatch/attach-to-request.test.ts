import { Readable } from "node:stream"
import { beforeEach, describe, expect, test } from "vitest"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import type { Actor } from "@/lib/model/actor"
import { attachToDraft } from "@/lib/requests/drafts/attach-to-draft"
import { beginDraft } from "@/lib/requests/drafts/begin-draft"
import { getRequest } from "@/lib/requests/get-request"
import { forgetJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { attachToRequest } from "./attach-to-request"
import { fileDraft } from "./file-draft"
import { fileRequest } from "./file-request"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  supervisor = await makeActor("supervisor")
})

const uploadOf =
  (name: string, content = "a note") =>
  (take: (name: string, content: Readable) => Promise<void>) =>
    take(name, Readable.from([Buffer.from(content)]))
const file = (category: "billing" | "gas_leak" = "billing") => fileRequest(customer, requestToFile({ category }))
const attach = ({ id }: { id: string }, name: string, content?: string, actor = customer) =>
  attachToRequest(actor, { id }, uploadOf(name, content))
const checks = async () => (await listDangerChecks(supervisor, { limit: 20 })).items

describe("a file that is attached to a request", () => {
  test.each([
    ["Strong_smell-of-gas.in.kitchen.txt", "gas"],
    ["CoAlarmGoingOff.txt", "carbon_monoxide"],
    ["gas-leak.txt", "gas"],
    ["Gasgeruch_im_Keller.txt", "gas"],
  ])("and is called %s is put before those on duty", async (name, hazard) => {
    const request = await file()
    await attach(request, name)
    expect(await checks()).toMatchObject([{ id: request.id, danger: { hazard }, added: `File attached: “${name}”` }])
  })

  test("and tells of a danger at its beginning is, too, in any encoding that a text may have", async () => {
    const [plain, wide] = [await file(), await file()]
    await attach(plain, "note.txt", `There is a strong smell of gas in the hall. ${"And so on. ".repeat(2000)}`)
    const utf16 = Buffer.from("\ufeffThe CO alarm is going off in the hall.", "utf16le")
    await attachToRequest(customer, { id: wide.id }, (take) => take("note.txt", Readable.from([utf16])))
    expect((await checks()).map(({ id, danger }) => [id, danger.hazard])).toEqual([
      [plain.id, "gas"],
      [wide.id, "carbon_monoxide"],
    ])
  })

  test.each([
    "IMG_20240101_123456.txt",
    "gas_bill_march.txt",
    "boiler.txt",
    "gas-meter.txt",
    "Screenshot 2024-05-03.txt",
  ])("and is called %s alarms nobody", async (name) => {
    await attach(await file(), name)
    expect(await checks()).toEqual([])
  })

  test("by staff is read by nobody but those who open it", async () => {
    const request = await file()
    const { assignee } = await getRequest(supervisor, request)
    expect(assignee?.id).toBe(worker.id)
    await attach(request, "smell_of_gas.txt", undefined, worker).catch(() => undefined)
    expect(await checks()).toEqual([])
  })

  test("and tells of more than whoever has an emergency knows is theirs to confirm", async () => {
    const request = await file("gas_leak")
    await acknowledgeRequest(worker, { id: request.id })
    await attach(request, "meter_cupboard.txt")
    expect((await listEmergencies(worker, { limit: 5 })).items).toEqual([])
    await attach(request, "mother_unconscious.txt")
    expect((await listEmergencies(worker, { limit: 5 })).items).toMatchObject([
      { id: request.id, askedAgain: true, added: "File attached: “mother_unconscious.txt”" },
    ])
  })
})

test("a draft that is sent with a file which tells of a danger is put before those on duty with it", async () => {
  const { id } = await beginDraft(customer, requestToFile({ category: "billing" }))
  await attachToDraft(customer, { draft: id }, uploadOf("smell_of_gas.txt"))
  const filed = await fileDraft(customer, { draft: id })
  expect(filed).toMatchObject({ priority: "low", danger: { hazard: "gas", check: "open" } })
  expect(await checks()).toMatchObject([{ id: filed?.id, added: "File attached: “smell_of_gas.txt”" }])
})
