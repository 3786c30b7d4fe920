import { expect, expectTypeOf, test } from "vitest"
import { db, type Tx, transaction } from "@/db/client"
import { refreshRosters } from "@/lib/dispatch/rosters/refresh-rosters"
import { assignAll, assignQueue } from "./assign-queue"
import { type AssignmentTx, lockAssignment } from "./lock"
import { unassign } from "./unassign"

test("only a transaction that holds the assignment lock can assign and unassign", async () => {
  expectTypeOf<Tx>().not.toExtend<AssignmentTx>()
  for (const verb of [assignQueue, assignAll, unassign, refreshRosters])
    expectTypeOf(verb).parameter(0).toEqualTypeOf<AssignmentTx>()
  const held = await transaction(async (tx) => {
    await lockAssignment(tx)
    // Other tests hold locks of their own databases.
    return db.execute(`select from pg_locks join pg_database d on d.oid = database and datname = current_database()
      where locktype = 'advisory' and granted and objid = 7461001`)
  })
  expect(held).toHaveLength(1)
})
