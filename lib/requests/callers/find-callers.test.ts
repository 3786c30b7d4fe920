import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { findCallers } from "./find-callers"

let priya: Actor
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah" })
})

const found = async (q: string) => (await findCallers(priya, { q })).items.map(({ name }) => name)

test("a caller is found by the reference that they quote, however it is written", async () => {
  const { id } = await createCustomer(priya, { name: "Wanda Kowalska", phone: "07700 901010" })
  const { reference } = await fileRequest(priya, { ...requestToFile(), customerId: id })
  for (const quoted of [reference, reference.toLowerCase().replaceAll("-", " "), `about ${reference}`])
    expect(await found(quoted), quoted).toEqual(["Wanda Kowalska"])
  expect(await found("GR-2222-2222")).toEqual([])
})

test("a caller is found by a number among other words", async () => {
  await createCustomer(priya, { name: "Wanda Kowalska", phone: "07700 901010" })
  for (const typed of [
    "tel:+447700901010",
    "Tel 07700 901010",
    "07700901010 (mobile)",
    "ring back on 07700-901010 pls",
  ])
    expect(await found(typed), typed).toEqual(["Wanda Kowalska"])
})

test("whoever alone has a number or reference needs no choosing, and whoever has a name does", async () => {
  const { id } = await createCustomer(priya, { name: "Newcomer ec8e5506", phone: "07700 901010" })
  const { reference } = await fileRequest(priya, { ...requestToFile(), customerId: id })
  const isOnly = async (q: string) => (await findCallers(priya, { q })).only
  expect(await Promise.all([reference, "07700 901010", "Tel 07700901010"].map(isOnly))).toEqual([true, true, true])
  // Both words could be a reference, but are none.
  expect(await isOnly("Newcomer ec8e5506")).toBe(false)
})

test("customers find no callers", async () => {
  await expect(findCallers(await makeActor("customer"), { q: "07700 901010" })).rejects.toMatchObject({
    code: "forbidden",
  })
})
