import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { forRequest } from "@/lib/runtime/request-id"
import { applicationName } from "./application-name"
import { atomically, db, transaction } from "./client"
import { statementCount } from "./pools"

const NAME = sql`select current_setting('application_name') as name`

test("connections say of which process they are, and a transaction for which request it is", async () => {
  expect(await db.execute(NAME)).toEqual([{ name: applicationName() }])
  expect(applicationName()).toMatch(new RegExp(`^gas-utility command ${process.pid}@`))
  const id = crypto.randomUUID()
  const named = [{ name: `gas-utility ${id}` }]
  await forRequest(id, async () => {
    expect(await transaction((tx) => tx.execute(NAME))).toEqual(named)
    expect(await atomically(NAME, NAME)).toEqual([named, named])
  })
  // The name goes with the transaction, and what is done for no request has none.
  for (let i = 0; i < 5; i++) expect(await transaction((tx) => tx.execute(NAME))).toEqual([{ name: applicationName() }])
})

test("that costs no statement more, and an id of any length does", async () => {
  const before = statementCount()
  await forRequest("x".repeat(64), () => transaction((tx) => tx.execute(NAME)))
  expect(statementCount() - before).toBe(3)
})

test("a transaction that fails leaves its connection with the name it had", async () => {
  const failed = forRequest(crypto.randomUUID(), () => transaction((tx) => tx.execute(sql`select 1 / 0`)))
  await expect(failed).rejects.toThrow()
  expect(await transaction((tx) => tx.execute(NAME))).toEqual([{ name: applicationName() }])
})
