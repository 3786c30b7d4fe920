import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { editNeeds } from "@/lib/identity/needs/edit-needs"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { listEmergencies } from "./list-emergencies"

beforeEach(async () => {
  await emptyDatabase()
})

test("emergencies tell what their customers told us of the people at their home", async () => {
  const [told, silent] = [await makeActor("customer"), await makeActor("customer")]
  await editNeeds(told, { needs: ["baby", "elderly"], visitPassword: "Heron", version: 1 })
  for (const [customer, line1] of [
    [told, "1 Quay"],
    [silent, "7 Mill Lane"],
  ] as const)
    await fileRequest(
      customer,
      requestToFile({ category: "gas_leak", premises: { line1, town: "Leeds", postcode: "LS9 1AA" } }),
    )
  const { items } = await listEmergencies(await makeActor("supervisor"), { limit: 20 })
  expect(items.map(({ needs }) => needs)).toEqual([["baby", "elderly"], []])
  expect(JSON.stringify(items)).not.toContain("Heron")
})
