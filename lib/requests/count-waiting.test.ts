import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { fileRequest } from "@/lib/dispatch/file-request"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { countWaiting } from "./count-waiting"

beforeEach(emptyDatabase)

test("requests that nobody has are counted by what they wait for, for those who see all", async () => {
  const [customer, supervisor, staff] = [
    await makeActor("customer"),
    await makeActor("supervisor"),
    await makeActor("staff", { capacity: 0 }),
  ]
  expect(await countWaiting(supervisor)).toEqual({ forStaff: 0, unconfirmed: 0, more: false })
  await fileRequest(customer, requestToFile({ category: "billing" }))
  await fileRequest(customer, requestToFile({ category: "billing" }))
  await db.update(accounts).set({ emailVerifiedAt: null }).where(eq(accounts.id, customer.id))
  await fileRequest(customer, requestToFile({ category: "billing" }))
  expect(await countWaiting(supervisor)).toEqual({ forStaff: 2, unconfirmed: 1, more: false })
  await expect(countWaiting(staff)).rejects.toMatchObject({ code: "forbidden" })
})
