import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { EmergencyReport } from "@/lib/dispatch/emergency-reports/contract"
import { reportEmergency } from "@/lib/dispatch/emergency-reports/report-emergency"
import { AppError } from "@/lib/model/errors"
import { newPremises } from "@/lib/testing/emergencies"
import { emptyDatabase } from "@/lib/testing/people"
import { formOnce } from "./form-once"

beforeEach(emptyDatabase)

const visitor = { address: "203.0.113.7", device: "A browser" }
const reports = () => db.$count(serviceRequests)
const told = (details?: string) =>
  EmergencyReport.parse({ safetyCheck: "gas_smell", premises: newPremises(), ...(details && { details }) })
const send = (form: string | undefined, report: EmergencyReport) =>
  formOnce(form, report, () => reportEmergency(visitor, report))

test("what one form sends again, later or by a second tap, is sent once and answered the same", async () => {
  const [form, report] = [randomUUID(), told()]
  const [first, second] = await Promise.all([send(form, report), send(form, report)])
  expect([second, await send(form, report)]).toEqual([first, first])
  expect(await reports()).toBe(1)
})

test("other answers from the same form, the same from another form, and a form without a token are sent on their own", async () => {
  const [form, report] = [randomUUID(), told()]
  await send(form, report)
  await send(form, { ...report, details: "Now it is worse." })
  await send(randomUUID(), report)
  await send(undefined, report)
  expect(await reports()).toBe(4)
})

test("what failed is tried again, and what was done before its answer could be kept is found", async () => {
  const [form, report] = [randomUUID(), told()]
  const away = new AppError("unavailable", "Nobody answers.")
  await expect(formOnce(form, report, () => Promise.reject(away))).rejects.toBe(away)
  const lost = formOnce(form, report, async () => {
    await reportEmergency(visitor, report)
    throw away
  })
  await expect(lost).rejects.toBe(away)
  await send(form, report)
  expect(await reports()).toBe(1)
})
