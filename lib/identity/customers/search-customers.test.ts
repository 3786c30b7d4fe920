import { and, asc, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { atomically, db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { mostReadDuring } from "@/lib/testing/plans"
import { IS_CUSTOMER } from "./customer-columns"
import { CUSTOMERS_WALKED, firstFoundSql, foundBySql } from "./found-by-sql"
import { listCustomers } from "./list-customers"

const CUSTOMERS = 4 * CUSTOMERS_WALKED
let supervisor: Actor

/** One in three is an Okafor, one in five of Leeds, one in 2,000 a Thwaite, the last one the only Ramsden, and one in ten is disabled. */
beforeAll(async () => {
  await emptyDatabase()
  supervisor = await makeActor("supervisor")
  await atomically(
    sql`set local session_replication_role = replica`,
    sql`
      insert into accounts (id, role, state, name, email, phone, password_hash)
      select uuidv7(make_interval(secs => n)), 'customer', case when n % 10 = 0 then 'disabled' else 'active' end::account_state,
        concat_ws(' ', 'Dana', case when n % 3 = 0 then 'Okafor' end, case when n % 5 = 1 then 'Leeds' end,
          case when n % 2000 = 1999 then 'Thwaite' end, case when n = ${CUSTOMERS}::int - 1 then 'Ramsden' end), 'c' || n || '@example.test', '', ''
      from generate_series(1, ${CUSTOMERS}::int) n`,
    sql`select refresh_customer_search(array(select id from accounts where role = 'customer'))`,
  )
  await db.execute(sql`analyze accounts, customer_search`)
})

test.each(["dana", "okafor", "okafor leeds", "thwaite", "ramsden", "ramsden okafor", "nobody", "zz"])(
  "customers found by %s are the same page by page, however few are looked at before the index is asked",
  async (q) => {
    const page = (which: ReturnType<typeof sql>) =>
      db.select({ id: accounts.id }).from(accounts).where(and(IS_CUSTOMER, which)).orderBy(asc(accounts.id)).limit(3)
    let after: string | undefined
    for (let pages = 0; pages < 3; pages++) {
      const behind = after === undefined ? sql`true` : sql`${accounts.id} > ${after}::uuid`
      const wanted = await page(sql`${foundBySql(q)} and ${behind}`)
      for (const window of [1, 50, CUSTOMERS_WALKED])
        expect(await page(firstFoundSql(q, after, 3, window))).toEqual(wanted)
      after = wanted.at(-1)?.id
      if (!after) break
    }
  },
)

test.each(["dana", "okafor leeds", "thwaite", "ramsden", "nobody"])(
  "a search for %s does not read all customers, be the words common or rare",
  async (q) => {
    expect((await mostReadDuring(() => listCustomers(supervisor, { q, limit: 20 }))).rows).toBeLessThan(
      3 * CUSTOMERS_WALKED,
    )
  },
)
