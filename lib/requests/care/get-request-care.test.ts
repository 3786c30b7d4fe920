import { beforeEach, expect, test } from "vitest"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { editCustomerNotes } from "@/lib/identity/customer-notes/edit-customer-notes"
import { editNeeds } from "@/lib/identity/needs/edit-needs"
import type { Actor } from "@/lib/model/actor"
import { editPremisesNotes } from "@/lib/requests/premises/edit-premises-notes"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { getRequestCare } from "./get-request-care"

let customer: Actor
let worker: Actor
let other: Actor
let supervisor: Actor

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  worker = await makeActor("staff")
  await editNeeds(customer, { needs: ["no_sense_of_smell"], language: "Polish", visitPassword: "Heron", version: 1 })
  await editCustomerNotes(supervisor, { id: customer.id, notes: "Her son answers for her.", version: 1 })
})

const TOLD = {
  needs: ["no_sense_of_smell"],
  language: "Polish",
  visitPassword: "Heron",
  access: "Dog in the yard",
  notes: "Her son answers for her.",
}

async function fileForWorker(category: "billing" | "gas_leak") {
  const filed = await fileRequest(customer, requestToFile({ category, description: "It was sent twice." }))
  await editPremisesNotes(supervisor, { id: filed.premisesId ?? "", notes: "Dog in the yard", version: 1 })
  return filed
}

test("whoever works a request knows needs, the password for visits and access while it is open, and nothing afterwards", async () => {
  const filed = await fileForWorker("billing")
  expect(filed.assigneeId).toBe(worker.id)
  other = await makeActor("staff")
  for (const actor of [worker, supervisor]) expect(await getRequestCare(actor, filed)).toEqual(TOLD)
  await expect(getRequestCare(other, filed)).rejects.toMatchObject({ code: "not_found" })
  await expect(getRequestCare(customer, filed)).rejects.toMatchObject({ code: "forbidden" })
  await moveRequest(worker, { id: filed.id, to: "in_progress", version: filed.version })
  await moveRequest(worker, { id: filed.id, to: "resolved", version: filed.version + 1 })
  expect(await getRequestCare(worker, filed)).toEqual({
    needs: [],
    language: null,
    visitPassword: null,
    access: "",
    notes: "",
  })
  expect(await getRequestCare(supervisor, filed)).toEqual(TOLD)
})

test("a request that goes to a colleague takes what is known along", async () => {
  const filed = await fileForWorker("billing")
  other = await makeActor("staff")
  await assignRequest(supervisor, { id: filed.id, assigneeId: other.id, version: filed.version })
  expect(await getRequestCare(other, filed)).toEqual(TOLD)
  await expect(getRequestCare(worker, filed)).rejects.toMatchObject({ code: "not_found" })
})

test("whoever may take an emergency knows the needs of people there, and the password for visits once it is theirs", async () => {
  const filed = await fileForWorker("gas_leak")
  other = await makeActor("staff")
  expect(await getRequestCare(other, filed)).toEqual({ ...TOLD, visitPassword: null })
  const administrator = await makeActor("administrator")
  expect(await getRequestCare(administrator, filed)).toEqual({ ...TOLD, visitPassword: null })
  const { items } = await listEmergencies(await makeActor("supervisor"), { limit: 20 })
  expect(items.map(({ needs }) => needs)).toEqual([TOLD.needs])
})
