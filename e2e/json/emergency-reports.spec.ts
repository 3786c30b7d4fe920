import type { ReportReceipt } from "@/lib/dispatch/emergency-reports/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { answer, expect, type PageOf, refusal, test } from "../api"
import { requestToFile } from "../filing"
import { SUPERVISOR, somewhere } from "../people"

test("somebody without an account reports an emergency; staff see it, and they see whether it is confirmed", async ({
  anybody,
  as,
  request,
}) => {
  const premises = somewhere()
  const report = { safetyCheck: "gas_smell", premises, contactPhone: "07700 900123", everyoneOutside: true }
  const receipt = await answer<ReportReceipt>(anybody.post("/emergency-reports", report), 201)
  expect(Object.keys(receipt).sort()).toEqual(["emergencyPhone", "reference", "statusPath"])
  const supervisor = await as(SUPERVISOR)
  const { items } = await answer<PageOf<ServiceRequest>>(supervisor.get(`/requests?q=${receipt.reference}`), 200)
  const { id = "" } = items[0] ?? {}
  const shown = await answer<ServiceRequest>(supervisor.get(`/requests/${id}`), 200)
  expect(shown).toMatchObject({ ...report, category: "gas_leak", priority: "emergency", title: "Smell of gas" })
  const page = async () => (await request.get(receipt.statusPath)).text()
  expect(await page()).toContain("nobody has confirmed yet")
  await answer(supervisor.put(`/requests/${id}/acknowledgement`, {}), 200)
  const after = await page()
  expect(after).toContain("confirmed at")
  for (const personal of [SUPERVISOR.name, premises.line1, report.contactPhone]) expect(after).not.toContain(personal)
})

test("a report needs a danger and a place; an answer that is no emergency is not taken", async ({ anybody }) => {
  const { errors } = await refusal(anybody.post("/emergency-reports", {}), 400)
  expect(errors).toEqual([
    { path: "premises", message: "Enter where it is" },
    { path: "safetyCheck", message: "Choose what is happening" },
  ])
  await refusal(anybody.post("/emergency-reports", { safetyCheck: "none", premises: somewhere() }), 400)
})

test("a customer reads who has confirmed their emergency", async ({ as, newCustomer, newStaff }) => {
  const [customer, helper] = [await as(await newCustomer()), await newStaff("supervisor")]
  const filed = requestToFile({ category: "gas_leak" })
  const { id, acknowledgement } = await answer<ServiceRequest>(customer.post("/requests", filed), 201)
  expect(acknowledgement).toBeNull()
  await answer((await as(helper)).put(`/requests/${id}/acknowledgement`, {}), 200)
  const { items } = await answer<PageOf<ServiceRequest>>(customer.get("/requests?status=open&priority=emergency"), 200)
  expect(items).toMatchObject([{ id, acknowledgement: { by: { id: helper.id, name: helper.name } } }])
})
