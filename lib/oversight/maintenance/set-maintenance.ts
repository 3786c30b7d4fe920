import { eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { settings } from "@/db/schema/records"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { MAINTENANCE_ROW, type Maintenance } from "./maintenance-state"

/** Closes the app for maintenance, or opens it again when given undefined. Every process follows within seconds. */
export async function setMaintenance(wanted: Maintenance | undefined): Promise<void> {
  await transaction(async (tx) => {
    const [before] = await tx.select().from(settings).where(eq(settings.name, MAINTENANCE_ROW)).for("update")
    if (wanted)
      await tx
        .insert(settings)
        .values({ name: MAINTENANCE_ROW, value: wanted })
        .onConflictDoUpdate({ target: settings.name, set: { value: wanted, updatedAt: sql`now()` } })
    else await tx.delete(settings).where(eq(settings.name, MAINTENANCE_ROW))
    // Without the message: somebody wrote it.
    const data = { from: before !== undefined, to: wanted !== undefined, until: wanted?.until }
    await audit(tx, COMMAND_LINE, { action: "setting.changed", subject: ["setting", MAINTENANCE_ROW], data })
  })
}
