import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { db } from "@/db/client"
import { log } from "@/lib/runtime/log"
import { emptyDatabase } from "@/lib/testing/people"
import { installationOfDatabase, marker, withFreshStore } from "@/lib/testing/store"
import { upkeep } from "./upkeep"

withFreshStore()

test("whether the store of files is ours is found out though the audit log cannot be read", async () => {
  log.level = "silent"
  await emptyDatabase()
  await db.execute(sql`alter table audit_seals rename to audit_seals_away`)
  await expect(upkeep()).rejects.toThrow("audit_seals")
  await db.execute(sql`alter table audit_seals_away rename to audit_seals`)
  expect(await marker()).toBe(await installationOfDatabase())
})
