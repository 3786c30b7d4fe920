import { sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { atomically, db } from "@/db/client"
import { log } from "@/lib/runtime/log"
import { mostReadDuring } from "@/lib/testing/plans"
import { watchSeals } from "./keep-sealing"
import { getSealBacklog } from "./seal-backlog"
import { sealEntries } from "./seal-entries"
import { verifyAudit } from "./verify"

const MINUTE = 60_000

/** A few thousand at a time, so that no statement comes near its limit on a busy machine. */
async function write(count: number, ago = "0 seconds"): Promise<void> {
  for (let left = count; left > 0; left -= 5000)
    await db.execute(sql`
      insert into audit_entries (action, subject_type, subject_id, address, data, created_at)
      select 'account.signed_in', 'account', 'x', '192.0.2.1', '{}', now() - ${ago}::interval
      from generate_series(1, ${Math.min(left, 5000)}::int)`)
}

beforeEach(async () => {
  await atomically(
    sql`alter table audit_entries disable trigger user`,
    sql`alter table audit_seals disable trigger user`,
    sql`truncate audit_entries, audit_seals restart identity`,
    sql`alter table audit_entries enable trigger user`,
    sql`alter table audit_seals enable trigger user`,
  )
})

describe("a long log", () => {
  test("costs no more to seal, to watch and to verify a part of than one three times shorter", async () => {
    const grown: Record<string, number[]> = { seal: [], watch: [], verify: [] }
    for (const batches of [1, 2]) {
      for (let i = 0; i < batches; i++) await write(22_000, "2 hours")
      await sealEntries()
      await db.execute(sql`vacuum analyze audit_entries, audit_seals`)
      grown.seal?.push((await mostReadDuring(sealEntries)).rows)
      grown.watch?.push((await mostReadDuring(getSealBacklog)).rows)
      grown.verify?.push((await mostReadDuring(() => verifyAudit())).rows)
    }
    for (const [what, [short = 0, long = 0]] of Object.entries(grown)) {
      expect(long, what).toBeGreaterThan(0)
      expect(long, what).toBeLessThan(short * 1.2)
    }
  }, 60_000)

  test("is sealed to its end after a long pause, whoever else seals, and verified in parts", async () => {
    await write(25_500, "2 hours")
    const [one, other] = await Promise.all([sealEntries(), sealEntries()])
    const rest = await sealEntries()
    expect(one + other + rest).toBe(25_500)
    expect(await verifyAudit()).toMatchObject({ head: { position: 25_500 } })
  })

  test("is not called tampered with while old entries are still being sealed", async () => {
    await write(10, "3 hours")
    await sealEntries()
    await write(10, "2 hours")
    expect(await verifyAudit()).toMatchObject({ head: { position: 10 } })
  })
})

describe("what is behind", () => {
  test("is told in entries and seconds, and is nothing once it is sealed", async () => {
    expect(await getSealBacklog()).toEqual({ entries: 0, oldestSeconds: 0 })
    await write(3, "15 minutes")
    await write(30_000)
    const behind = await getSealBacklog()
    expect(behind.entries).toBe(30_003)
    expect(behind.oldestSeconds).toBeGreaterThanOrEqual(900)
    expect(behind.oldestSeconds).toBeLessThan(1000)
    await sealEntries()
    expect(await getSealBacklog()).toEqual({ entries: 0, oldestSeconds: 0 })
  })
})

describe("the alarm", () => {
  const [error, info] = [vi.fn(), vi.fn()]
  beforeEach(() => {
    vi.spyOn(log, "error").mockImplementation(error)
    vi.spyOn(log, "info").mockImplementation(info)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    error.mockReset()
    info.mockReset()
  })

  const late = { entries: 7, oldestSeconds: 601 }
  const well = { entries: 7, oldestSeconds: 599 }

  test("sounds when entries have waited ten minutes, again after ten more, and its end is told once", () => {
    const tell = watchSeals()
    const start = Date.now()
    for (const [minute, behind] of [well, late, late].entries()) tell(behind, start + minute * MINUTE)
    expect(error).toHaveBeenCalledExactlyOnceWith({ minutes: 10, entries: 7 }, "the audit log is not being sealed")
    for (let minute = 3; minute <= 12; minute++) tell(late, start + minute * MINUTE)
    expect(error).toHaveBeenCalledTimes(2)
    tell(well, start + 13 * MINUTE)
    tell(well, start + 14 * MINUTE)
    expect(info).toHaveBeenCalledExactlyOnceWith("the audit log is sealed again")
    tell(late, start + 15 * MINUTE)
    expect(error).toHaveBeenCalledTimes(3)
  })

  test("sounds also when for ten minutes nobody could find out", () => {
    const tell = watchSeals()
    const start = Date.now()
    tell(well, start)
    tell(undefined, start + 9 * MINUTE)
    expect(error).not.toHaveBeenCalled()
    tell(undefined, start + 10 * MINUTE)
    expect(error).toHaveBeenCalledExactlyOnceWith({ minutes: 10, entries: undefined }, expect.any(String))
  })
})
