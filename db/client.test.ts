import { eq, sql } from "drizzle-orm"
import { integer, pgTable, text } from "drizzle-orm/pg-core"
import { beforeEach, describe, expect, it } from "vitest"
import { atomically, db, one, type Tx, transaction } from "@/db/client"
import { DatabaseUnavailable, isDuplicate, isUnavailable } from "@/db/errors"
import { untilBlocked } from "@/lib/testing/race"
import { statementCount } from "./pools"
import { prepared } from "./prepared"

const notes = pgTable("notes", { id: integer("id").primaryKey(), text: text("text").notNull() })
const note = prepared((database) =>
  database
    .select()
    .from(notes)
    .where(eq(notes.id, sql.placeholder("id"))),
)

const pidOf = async (on: Tx | typeof db) =>
  one(await on.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).pid
const kill = (pid: number) => db.execute(sql`select pg_terminate_backend(${pid}::int)`)
const texts = async () => (await db.select().from(notes).orderBy(notes.id)).map((row) => row.text)

beforeEach(async () => {
  await db.execute(sql`drop table if exists notes`)
  await db.execute(sql`create table notes (id integer primary key, text text not null)`)
})

describe("a transaction", () => {
  it("keeps all of its writes", async () => {
    await transaction(async (tx) => {
      await tx.insert(notes).values({ id: 1, text: "one" })
      await tx.insert(notes).values({ id: 2, text: "two" })
    })
    expect(await texts()).toEqual(["one", "two"])
  })

  it("keeps nothing when its work fails", async () => {
    const work = transaction(async (tx) => {
      await tx.insert(notes).values({ id: 1, text: "one" })
      throw new Error("changed my mind")
    })
    await expect(work).rejects.toThrow("changed my mind")
    expect(await texts()).toEqual([])
  })

  it("keeps nothing when its connection is killed between two statements", async () => {
    const work = transaction(async (tx) => {
      await tx.insert(notes).values({ id: 1, text: "before" })
      await kill(await pidOf(tx))
      await tx
        .insert(notes)
        .values({ id: 2, text: "after" })
        .catch(() => undefined)
      await tx.insert(notes).values({ id: 3, text: "later" })
    })
    await expect(work).rejects.toSatisfy(isUnavailable)
    expect(await texts()).toEqual([])
  })

  it("is not called done when a failed statement was ignored", async () => {
    const work = transaction(async (tx) => {
      await tx.insert(notes).values({ id: 1, text: "one" })
      await tx.execute(sql`select 1 / 0`).catch(() => undefined)
    })
    await expect(work).rejects.toThrow("rolled back")
    expect(await texts()).toEqual([])
  })

  it("undoes a nested transaction alone", async () => {
    await transaction(async (tx) => {
      await tx.insert(notes).values({ id: 1, text: "outer" })
      const nested = tx.transaction(async (inner) => {
        await inner.insert(notes).values({ id: 2, text: "inner" })
        throw new Error("undo")
      })
      await expect(nested).rejects.toThrow("undo")
    })
    expect(await texts()).toEqual(["outer"])
  })

  it("refuses a statement sent after it is over", async () => {
    const left = await transaction(async (tx) => tx)
    await expect(left.insert(notes).values({ id: 1, text: "late" })).rejects.toThrow()
    expect(await texts()).toEqual([])
  })

  it("is done again when the server sacrificed it to a deadlock", async () => {
    await db.insert(notes).values([1, 2].map((id) => ({ id, text: "" })))
    let holding = 0
    const append = (first: number, second: number) =>
      transaction(async (tx) => {
        await tx
          .update(notes)
          .set({ text: sql`${notes.text} || 'x'` })
          .where(eq(notes.id, first))
        holding++
        await expect.poll(() => holding).toBeGreaterThan(1)
        await tx
          .update(notes)
          .set({ text: sql`${notes.text} || 'x'` })
          .where(eq(notes.id, second))
      })
    await Promise.all([append(1, 2), append(2, 1)])
    expect(await texts()).toEqual(["xx", "xx"])
  })
})

describe("the pool", () => {
  it("serves prepared queries on after all its connections were killed", async () => {
    await db.insert(notes).values({ id: 1, text: "one" })
    expect(await note.execute({ id: 1 })).toEqual([{ id: 1, text: "one" }])
    await db
      .execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`)
      .catch(() => undefined)
    // What is sent before this process has heard of the end of a connection is lost with it.
    await expect.poll(() => note.execute({ id: 1 }).catch(() => "lost")).toEqual([{ id: 1, text: "one" }])
  })

  it("fails everything unanswered at once when a connection is lost", async () => {
    const outcome = db.execute(sql`select pg_sleep(3), 'drowsy'`).catch((thrown: unknown) => thrown)
    const wake = sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%drowsy%' and pid <> pg_backend_pid()`
    await expect.poll(() => db.execute(wake)).toHaveLength(1)
    expect(await outcome).toMatchObject({ cause: expect.any(DatabaseUnavailable) })
  })

  it("runs more transactions than it has connections", async () => {
    await db.insert(notes).values({ id: 1, text: "" })
    const append = () =>
      transaction(async (tx) => {
        await tx.select().from(notes).where(eq(notes.id, 1)).for("update")
        await tx.update(notes).set({ text: sql`${notes.text} || 'x'` })
      })
    await Promise.all(Array.from({ length: 50 }, append))
    expect(await texts()).toEqual(["x".repeat(50)])
  })

  it("counts statements", async () => {
    const before = statementCount()
    await note.execute({ id: 1 })
    await transaction((tx) => tx.select().from(notes))
    expect(statementCount() - before).toBe(4)
  })
})

describe("errors", () => {
  it("tells a duplicate by its constraint", async () => {
    await db.insert(notes).values({ id: 1, text: "one" })
    const error = await db
      .insert(notes)
      .values({ id: 1, text: "again" })
      .catch((thrown: unknown) => thrown)
    expect(isDuplicate(error)).toBe(true)
    expect(isDuplicate(error, "notes_pkey")).toBe(true)
    expect(isDuplicate(error, "another")).toBe(false)
  })

  it("insists on exactly one row", () => {
    expect(one([1])).toBe(1)
    expect(() => one([])).toThrow("not 0")
    expect(() => one([1, 2])).toThrow("not 2")
  })
})

describe("statements sent atomically", () => {
  const insert = (id: number) => sql`insert into notes values (${id}, 'sent') returning id`

  it("are all kept, and give their rows in order", async () => {
    const answers = await atomically(insert(1), insert(2), sql`select count(*)::int as notes from notes`)
    expect(answers).toEqual([[{ id: 1 }], [{ id: 2 }], [{ notes: 2 }]])
  })

  it("keep nothing when one of them fails, wherever it stands", async () => {
    const wrong = sql`select 1 / 0`
    for (const statements of [
      [wrong, insert(1)],
      [insert(1), wrong, insert(2)],
      [insert(1), wrong],
    ])
      await expect(atomically(...statements)).rejects.toThrow("division by zero")
    expect(await texts()).toEqual([])
  })

  it("keep nothing when their connection is killed between them", async () => {
    const work = atomically(insert(1), sql`select pg_terminate_backend(pg_backend_pid())`, insert(2))
    await expect(work).rejects.toSatisfy(isUnavailable)
    expect(await texts()).toEqual([])
  })

  it("leave their connection fit for others", async () => {
    await expect(atomically(sql`select 1 / 0`)).rejects.toThrow()
    await Promise.all(Array.from({ length: 20 }, (_, i) => atomically(insert(i))))
    expect(await texts()).toHaveLength(20)
  })

  it("are done again when the server sacrificed them to a deadlock", async () => {
    await atomically(insert(1), insert(2))
    const touch = (id: number) => sql`update notes set text = text || '!' where id = ${id}`
    const pause = sql`select pg_sleep(0.2)`
    await Promise.all([atomically(touch(1), pause, touch(2)), atomically(touch(2), pause, touch(1))])
    expect(await texts()).toEqual(["sent!!", "sent!!"])
  })
})

describe("a single statement", () => {
  it("is sent again when the server sacrificed it to a deadlock", async () => {
    await db.insert(notes).values([1, 2].map((id) => ({ id, text: "" })))
    let both: Promise<unknown> | undefined
    await transaction(async (tx) => {
      await tx.execute(sql`update notes set text = text || 'x' where id = 2`)
      // It has the first row and waits for the second: the server sacrifices whoever has waited longest.
      both = db.execute(sql`update notes set text = text || '!'`).then()
      await untilBlocked(1)
      await tx.execute(sql`update notes set text = text || 'x' where id = 1`)
    })
    await both
    expect(await texts()).toEqual(["x!", "x!"])
  })
})
