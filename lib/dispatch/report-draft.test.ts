import { beforeEach, expect, test } from "vitest"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { reportDraft } from "./report-draft"

beforeEach(emptyDatabase)

const { premises } = requestToFile()

test.each([
  ["gas_smell", "gas_leak", "Smell of gas"],
  ["co_alarm", "carbon_monoxide_alarm", "Carbon monoxide alarm"],
  ["pipe_hit", "gas_leak", "Gas pipe or meter hit"],
] as const)("the answer %s and a place are enough to send an emergency", async (safetyCheck, category, title) => {
  const customer = await makeActor("customer")
  const draft = await makeDraft(customer, { safetyCheck })
  const request = await reportDraft(customer, { ...draft, premises })
  expect(request).toMatchObject({ category, title, safetyCheck, priority: "emergency", everyoneOutside: null })
  expect(await reportDraft(customer, { ...draft, premises })).toMatchObject({ id: request?.id })
})

test("a report says what its reporter answered, and their own words as they wrote them", async () => {
  const customer = await makeActor("customer")
  const draft = await makeDraft(customer, { safetyCheck: "pipe_hit" })
  const told = { contactPhone: "07700 900123", everyoneOutside: false, anyoneUnwell: true }
  const request = await reportDraft(customer, { ...draft, premises, ...told, details: "A digger.\nIt hisses." })
  expect(request).toMatchObject(told)
  expect(request?.description).toBe(
    "A gas pipe or meter has been hit. Not everyone is outside. Someone feels unwell.\n\nA digger.\nIt hisses.",
  )
})

test("without a danger there is nothing to report on one page", async () => {
  const customer = await makeActor("customer")
  const draft = await makeDraft(customer, { safetyCheck: "vulnerable" })
  await expect(reportDraft(customer, { ...draft, premises })).rejects.toMatchObject({ code: "conflict" })
})
