import { and, eq, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { premisesRecords } from "@/db/schema/premises"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { authorizePremises, readPremises } from "./get-premises"

interface Notes {
  id: string
  notes: string
  version: number
}

/**
 * Changes what engineers should know of premises before they come.
 * @returns the premises as they are now
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when they have another version by now
 */
export const editPremisesNotes = (actor: Actor, { id, notes, version }: Notes) =>
  transaction(async (tx) => {
    await authorizePremises(tx, actor, "premises.edit", id)
    const changed = await tx
      .update(premisesRecords)
      .set({ notes, version: sql`${premisesRecords.version} + 1` })
      .where(and(eq(premisesRecords.id, id), eq(premisesRecords.version, version)))
      .returning({ id: premisesRecords.id })
    if (changed.length === 0)
      throw new AppError("conflict", "Someone else changed these notes. Check them and save again.")
    await audit(tx, authorOf(actor), {
      action: "premises.edited",
      subject: ["premises", id],
      data: { fields: ["notes"] },
    })
    return readPremises(tx, id)
  })
