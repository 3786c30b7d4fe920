import { sql } from "drizzle-orm"
import { beforeAll, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { log } from "@/lib/log"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { installationId, marker, withFreshStore } from "@/lib/testing/store"
import { upkeep } from "./upkeep"

withFreshStore()

beforeAll(async () => {
  log.level = "silent"
  await emptyDatabase()
})

const past = sql`now() - interval '1 second'`
const future = sql`now() + interval '1 minute'`

test("links that can be followed no more go, and the others stay", async () => {
  const { id: accountId } = await makeActor("customer")
  const link = { accountId, purpose: "verify_email", expiresAt: future } as const
  await db.insert(mailedLinks).values([
    { ...link, tokenHash: "good" },
    { ...link, tokenHash: "used", usedAt: past },
    { ...link, tokenHash: "expired", expiresAt: past },
  ])
  await upkeep()
  expect(await db.select().from(mailedLinks)).toMatchObject([{ tokenHash: "good" }])
})

test("challenges go when their time is up", async () => {
  const { id: accountId } = await makeActor("customer")
  await db.insert(challenges).values([{ accountId, expiresAt: past }])
  const [live] = await db.insert(challenges).values({ accountId, expiresAt: future }).returning()
  await upkeep()
  expect(await db.select().from(challenges)).toEqual([live])
})

test("second factors that were begun and left go after a quarter of an hour; those in use never", async () => {
  const [left, begun, used] = [await makeActor("customer"), await makeActor("customer"), await makeActor("customer")]
  const ago = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`
  await db.insert(secondFactors).values([
    { accountId: left.id, sealedSecret: "a", createdAt: ago(16) },
    { accountId: begun.id, sealedSecret: "b", createdAt: ago(14) },
    { accountId: used.id, sealedSecret: "c", createdAt: ago(16), confirmedAt: ago(15) },
  ])
  await upkeep()
  const kept = await db.select().from(secondFactors).orderBy(secondFactors.sealedSecret)
  expect(kept.map(({ accountId }) => accountId)).toEqual([begun.id, used.id])
})

test("whether the store of files is ours is found out though rows cannot be removed", async () => {
  vi.spyOn(db, "delete").mockImplementationOnce(() => {
    throw new Error("The database did not answer in time.")
  })
  await expect(upkeep()).rejects.toThrow("in time")
  expect(await marker()).toBe(await installationId())
})
