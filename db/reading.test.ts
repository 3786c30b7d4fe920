import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { db, reading, transaction } from "@/db/client"
import { isBusy, isCutOff, isUnavailable, sqlState } from "@/db/errors"
import { accounts } from "@/db/schema/accounts"
import { poolStats } from "./pools"
import { prepared } from "./prepared"

const look = prepared((database) => database.select({ id: accounts.id }).from(accounts).limit(sql.placeholder("rows")))
const failureOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
const search = () => failureOf(reading.execute(sql`select pg_sleep(30)`))

test("ten slow searches at once hold up no look-up, no write and no transaction", async () => {
  let over = 0
  const searches = Array.from({ length: 10 }, () => search().finally(() => over++))
  await expect.poll(() => poolStats().reading.waiting).toBeGreaterThan(0)
  for (let times = 0; times < 20; times++)
    await Promise.all([
      look.execute({ rows: 1 }),
      db.update(accounts).set({ name: "nobody" }).where(sql`false`),
      transaction((tx) => tx.execute(sql`select 1`)),
    ])
  expect(over).toBe(0)

  const failures = await Promise.all(searches)
  expect(failures.filter(isCutOff).length).toBeGreaterThan(0)
  expect(failures.every((it) => isCutOff(it) || isBusy(it))).toBe(true)
})

test("a search that is cut off takes no other with it", async () => {
  const lost = poolStats().reading.lost
  const cut = search()
  const others = Promise.all(Array.from({ length: 5 }, () => reading.execute(sql`select 1 as one`)))
  expect(await others).toHaveLength(5)
  expect(await cut).toSatisfy(isCutOff)
  expect(poolStats().reading.lost).toBe(lost)
})

test("a statement that is no search and takes too long is not called one", async () => {
  const failure = await failureOf(db.execute(sql`select pg_sleep(30)`))
  expect(failure).toSatisfy(isUnavailable)
  expect(failure).not.toSatisfy(isCutOff)
})

test("nothing can be written where lists are read", async () => {
  expect(sqlState(await failureOf(reading.update(accounts).set({ name: "nobody" }).where(sql`false`)))).toBe("25006")
})
