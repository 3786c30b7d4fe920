import { sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { log } from "@/lib/runtime/log"
import { emptyDatabase } from "@/lib/testing/people"
import { installationOfDatabase, marker, withFreshStore } from "@/lib/testing/store"
import { startUpkeep, upkeep } from "./upkeep"

withFreshStore()

/** What is waited for is work of the database. */
const PATIENT = { timeout: 30_000 }

test("whether the store of files is ours is found out though the audit log cannot be read", async () => {
  log.level = "silent"
  await emptyDatabase()
  await db.execute(sql`alter table audit_seals rename to audit_seals_away`)
  await expect(upkeep()).rejects.toThrow("audit_seals")
  await db.execute(sql`alter table audit_seals_away rename to audit_seals`)
  expect(await marker()).toBe(await installationOfDatabase())
})

test("an upkeep that failed, as when everything starts at once, is tried again within minutes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  const failed = vi.spyOn(log, "error").mockImplementation(() => undefined)
  const noted = vi.spyOn(log, "info").mockImplementation(() => undefined)
  try {
    await db.execute(sql`alter table audit_seals rename to audit_seals_away`)
    startUpkeep()
    await vi.waitFor(() => expect(failed).toHaveBeenCalled(), PATIENT)
  } finally {
    await db.execute(sql`alter table if exists audit_seals_away rename to audit_seals`)
  }
  try {
    await vi.waitFor(() => {
      vi.advanceTimersByTime(300_000)
      expect(noted).toHaveBeenCalled()
    }, PATIENT)
  } finally {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})
