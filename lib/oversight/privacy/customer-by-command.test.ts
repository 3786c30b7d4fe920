import { mkdtemp, readFile, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import type { Actor } from "@/lib/model/actor"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { tracesOf } from "@/lib/testing/traces"
import { applyRetention } from "./apply-retention"
import { deleteCustomerByCommand, exportCustomerByCommand } from "./customer-by-command"
import { exportedData } from "./exported-data"

const MARK = "Zaphod"

let priya: Actor
let id: string
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah" })
  id = (await createCustomer(priya, { name: `${MARK} Kowalska`, phone: "0113 496 0017" })).id
})

const take = () => fileRequest(priya, { ...requestToFile({ title: `The bill of ${MARK}` }), customerId: id })

test("everything kept about somebody who only called is written into a file of their own", async () => {
  const { reference } = await take()
  const file = join(await mkdtemp(join(tmpdir(), "customer-")), "customer.zip")
  await exportCustomerByCommand(id, file)
  expect((await readFile(file)).subarray(0, 2).toString()).toBe("PK")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await expect(exportCustomerByCommand(id, file)).rejects.toThrow(/EEXIST/)
  let text = ""
  for await (const piece of exportedData(id, () => undefined)) text += piece
  const data = JSON.parse(text)
  expect(data.profile).toMatchObject({ name: `${MARK} Kowalska`, email: null })
  expect(data.requests).toMatchObject([
    { reference, channel: "phone", timeline: [{ kind: "filed", by: "Priya Shah" }, {}] },
  ])
  expect(text).not.toContain("invalid")
})

test("nothing is left of somebody who only called, once they are deleted", async () => {
  const request = await take()
  await deleteCustomerByCommand(id)
  await applyRetention({ dry: false, author: COMMAND_LINE })
  expect(await tracesOf(MARK)).toEqual([])
  const row = one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, request.id)))
  expect(row).toMatchObject({ status: "cancelled", channel: "phone", takenBy: priya.id })
  expect(one(await db.select().from(accounts).where(eq(accounts.id, id)))).toMatchObject({
    state: "deleted",
    phone: "",
  })
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))
  expect(entries.map(({ action }) => action)).toEqual(["customer.created", "account.deleted"])
  await expect(deleteCustomerByCommand(id)).rejects.toMatchObject({ code: "not_found" })
  // The number is nobody's now.
  await createCustomer(priya, { name: "Jan", phone: "0113 496 0017" })
})

test("they are not deleted while somebody works on a request of theirs, nor are staff", async () => {
  await moveRequest(priya, { ...(await take()), to: "in_progress" })
  await expect(deleteCustomerByCommand(id)).rejects.toMatchObject({ code: "conflict" })
  await expect(deleteCustomerByCommand(priya.id)).rejects.toMatchObject({ code: "not_found" })
  await expect(deleteCustomerByCommand("nonsense")).rejects.toMatchObject({ code: "not_found" })
})
