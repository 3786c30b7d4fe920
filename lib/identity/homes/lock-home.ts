import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { customerPremises } from "@/db/schema/premises"

/** Locks a home that is somebody's, if there is one. */
export async function lockHome(tx: Tx, id: string) {
  const [home] = await tx
    .select({ id: customerPremises.id, customerId: customerPremises.customerId, main: customerPremises.main })
    .from(customerPremises)
    .where(and(eq(customerPremises.id, id), sql`${customerPremises.until} is null`))
    .for("update")
  return home
}
