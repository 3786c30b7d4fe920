import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Judgement } from "@/lib/model/hazard"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { saveStep } from "@/lib/requests/drafts/save-step"
import * as judging from "@/lib/requests/safety/judge-text"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import type { RequestToFile } from "./contract"
import { getRequest } from "./get-request"
import { listTimeline } from "./list-timeline"
import { dangerIn, hazardOf, hazardOfRequest, mustBeChecked, urgencyOf } from "./urgency"

const smelly = { title: "A bill that looks wrong", description: "Besides, there is a smell of gas in the hall." }
const danger = { hazard: "gas", words: "smell of gas", verdict: "danger", happeningNow: null }

const told = (changes: Partial<RequestToFile>) => requestToFile({ category: "billing", ...smelly, ...changes })

describe("how urgent a request is", () => {
  test("its category says it, while its words speak of no danger", () => {
    expect(urgencyOf(requestToFile({ category: "billing" }))).toEqual({ priority: "low" })
    expect(urgencyOf(requestToFile({ category: "billing", happeningNow: false }))).toEqual({ priority: "low" })
  })

  test("no gas is high for everybody, and so for customers with needs, whether they have told us or not", () => {
    const told = { category: "no_gas" as const, title: "No gas", description: "The boiler does not start." }
    expect(urgencyOf(requestToFile(told)).priority).toBe("high")
    expect(urgencyOf(requestToFile({ ...told, safetyCheck: "none" })).priority).toBe("high")
  })

  test.each([{ happeningNow: true }, { anyoneUnwell: true }, { everyoneOutside: false, safetyCheck: "none" as const }])(
    "%o without a word of danger stays no secret: somebody on duty has to look at it",
    async (answers) => {
      const urgency = urgencyOf(requestToFile({ category: "billing", ...answers }))
      expect(urgency).toMatchObject({ priority: "low", hazard: "gas", verdict: "possible" })
      expect(mustBeChecked(urgency)).toBe(true)
      const filed = await fileRequest(await makeActor("customer"), requestToFile({ category: "billing", ...answers }))
      expect(filed.danger).toMatchObject({ check: "open", words: null })
    },
  )

  test("words of danger make it an emergency in any category", () => {
    expect(urgencyOf(told({}))).toMatchObject({ priority: "emergency", hazard: "gas", words: "smell of gas" })
    expect(urgencyOf(told({ happeningNow: true }))).toMatchObject({ priority: "emergency", happeningNow: true })
  })

  test("unless the customer says that it is not happening now, which is kept with the words", () => {
    const denied = { priority: "low", hazard: "gas", words: "smell of gas", happeningNow: false }
    expect(urgencyOf(told({ happeningNow: false }))).toMatchObject(denied)
  })

  test.each([
    ["gas_smell", { priority: "emergency", hazard: "gas" }],
    ["pipe_hit", { priority: "emergency", hazard: "gas" }],
    ["co_alarm", { priority: "emergency", hazard: "carbon_monoxide" }],
    ["vulnerable", { priority: "high" }],
    ["none", { priority: "low" }],
  ] as const)(
    "the answer %s about danger gives it at least its own priority, in any category",
    (safetyCheck, urgency) => {
      expect(urgencyOf(requestToFile({ category: "billing", safetyCheck }))).toEqual({ ...urgency, safetyCheck })
    },
  )

  test("an answer about danger never makes a request less urgent", () => {
    const none = requestToFile({ category: "gas_leak", safetyCheck: "none" })
    expect(urgencyOf(none)).toEqual({ priority: "emergency", safetyCheck: "none" })
    expect(urgencyOf(told({ safetyCheck: "none" }))).toMatchObject({ priority: "emergency", hazard: "gas" })
  })

  test("nobody talks an emergency by category down", () => {
    const leak = told({ category: "gas_leak", happeningNow: false })
    expect(urgencyOf(leak)).toEqual({ priority: "emergency" })
    expect(hazardOf(leak)).toBe("gas")
  })

  test("a danger in the title and its place in the description are read together", () => {
    expect(urgencyOf(told({ title: "Strange smell", description: "It is by the boiler" })).priority).toBe("emergency")
  })
})

describe("once staff have asked a caller about danger", () => {
  const doubt = { hazard: "gas", words: "knocked over", verdict: "possible", judge: "statistics" } as const
  const none = told({ safetyCheck: "none" })
  const judgedAs = (judgement: Judgement) => vi.spyOn(judging, "judgeText").mockReturnValue(judgement)
  afterEach(() => vi.restoreAllMocks())

  test("“None of these” answers what only the statistics take for possible", () => {
    judgedAs(doubt)
    expect(dangerIn(none, "phone")).toBeUndefined()
    expect(urgencyOf(none, "phone")).toEqual({ priority: "low", safetyCheck: "none" })
    expect(mustBeChecked(urgencyOf({ ...none, happeningNow: false }, "phone"))).toBe(false)
  })

  test.each([
    ["a danger", { verdict: "danger" }],
    ["what the rules see", { judge: "rules" }],
    ["what the vocabulary knows", { judge: "vocabulary" }],
  ] as const)("it does not answer %s", (_, stronger) => {
    judgedAs({ ...doubt, ...stronger })
    expect(dangerIn(none, "phone")).toMatchObject(stronger)
    expect(mustBeChecked(urgencyOf({ ...none, happeningNow: false }, "phone"))).toBe(true)
  })

  test.each([
    ["by the customer", none, "portal"],
    ["by a key", none, "api"],
    ["nobody", told({}), "phone"],
    ["somebody who heard of a vulnerable person", told({ safetyCheck: "vulnerable" }), "phone"],
  ] as const)("asked %s, it is put before staff as always", (_, request, channel) => {
    judgedAs(doubt)
    expect(mustBeChecked(urgencyOf(request, channel))).toBe(true)
  })

  test("that it is happening now, or somebody is unwell, still counts", () => {
    judgedAs(doubt)
    expect(urgencyOf({ ...none, happeningNow: true }, "phone")).toMatchObject({ priority: "emergency" })
    expect(mustBeChecked(urgencyOf({ ...none, anyoneUnwell: true }, "phone"))).toBe(true)
  })
})

describe("filing", () => {
  let customer: Actor

  beforeEach(async () => {
    await emptyDatabase()
    customer = await makeActor("customer")
    await makeActor("staff")
  })

  const filedData = async (id: string) => (await listTimeline(customer, { id })).items[0]?.data

  test("what the words say is told with the request and kept in its timeline", async () => {
    const request = await fileRequest(customer, told({}))
    expect(request).toMatchObject({ category: "billing", priority: "emergency", danger })
    expect(hazardOfRequest(request)).toBe("gas")
    expect(await filedData(request.id)).toMatchObject({ priority: "emergency", hazard: "gas", words: "smell of gas" })
  })

  test("that it was denied is told as well", async () => {
    const request = await fileRequest(customer, told({ happeningNow: false }))
    expect(request).toMatchObject({ priority: "low", danger: { ...danger, happeningNow: false } })
    expect(hazardOfRequest(request)).toBeUndefined()
    expect(await filedData(request.id)).toMatchObject({ happeningNow: false })
  })

  test("an ordinary request speaks of no danger, nor does one whose category is one", async () => {
    expect(await fileRequest(customer, requestToFile())).toMatchObject({ danger: null })
    expect(await fileRequest(customer, told({ category: "gas_leak" }))).toMatchObject({ danger: null })
  })

  test("an emergency by words waits for no confirmation either", async () => {
    const unconfirmed = await makeActor("customer", { verified: false })
    expect(await fileRequest(unconfirmed, told({}))).toMatchObject({ priority: "emergency", waitsFor: null })
    expect(await fileRequest(unconfirmed, told({ happeningNow: false }))).toMatchObject({ waitsFor: "confirmation" })
  })

  test("pages keep the answer until the words change, and file by it", async () => {
    const { contactPreference, premises } = requestToFile()
    const draft = await makeDraft(customer, { category: "billing", premises })
    const [saveDetails, saveDanger] = [saveStep("details"), saveStep("danger")]
    await saveDetails(customer, { ...draft, ...smelly, contactPreference })
    await saveDanger(customer, { ...draft, happeningNow: false })
    await saveDetails(customer, { ...draft, ...smelly, contactPreference: "email" })
    expect((await getDraft(customer, draft))?.answers.happeningNow).toBe(false)

    const other = "The smell of gas is stronger now."
    await saveDetails(customer, { ...draft, ...smelly, description: other, contactPreference })
    expect((await getDraft(customer, draft))?.answers).not.toHaveProperty("happeningNow")
    await saveDanger(customer, { ...draft, happeningNow: true })
    expect(await fileDraft(customer, draft)).toMatchObject({ priority: "emergency", danger: { happeningNow: true } })
  })

  test("a deleted account takes its words along once the emergency has ended, and leaves the danger", async () => {
    const { id } = await fileRequest(customer, told({}))
    const supervisor = await makeActor("supervisor")
    await deleteAccount(customer, { currentPassword: PASSWORD })
    const { version } = await getRequest(supervisor, { id })
    await moveRequest(supervisor, { id, to: "cancelled", note: "A false alarm.", version })
    await applyRetention({ dry: false, author: COMMAND_LINE })
    expect(await getRequest(supervisor, { id })).toMatchObject({ danger: { hazard: "gas", words: "(erased)" } })
    expect(JSON.stringify(await listTimeline(supervisor, { id }))).not.toContain("smell of gas")
  })
})

test.each(["gas leak flat 2", "it stinks of gas"])("the line “%s” of an address is put before staff", (line1) => {
  const told = { category: "billing", title: "My bill", description: "Please send me my bill again." } as const
  const premises = { line1, town: "Leeds", postcode: "LS1 4AB" }
  expect(urgencyOf({ ...told, premises })).toMatchObject({ priority: "low", verdict: "possible", hazard: "gas" })
  for (const street of ["14 Gas Street", "Leake Street", "The Old Gasworks, Unit 4"])
    expect(urgencyOf({ ...told, premises: { ...premises, line1: street } })).not.toHaveProperty("verdict")
})
