import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file"
import { moveRequest } from "@/lib/dispatch/move"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { tracesOf } from "@/lib/testing/traces"
import { deleteAccount } from "./delete"

const MARK = "Zaphod"

let customer: Actor
let worker: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
})

test("words that spoke of a danger are nowhere once their customer has deleted the account", async () => {
  const words = `There is a smell of ${MARK}'s gas in the hall`
  const { id, version, danger } = await fileRequest(
    customer,
    requestToFile({ category: "billing", description: words, happeningNow: false }),
  )
  expect(danger?.words).toContain(MARK)
  await moveRequest(worker, { id, version, to: "cancelled", note: `${MARK} has paid` })
  await deleteAccount(customer, { currentPassword: PASSWORD })
  expect(await tracesOf(MARK)).toEqual([])
})
