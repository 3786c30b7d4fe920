import { eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { db, type Executor, transaction } from "@/db/client"
import { requestDrafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { DetailsStep, Draft } from "./contract"
import { lockDraft } from "./lock-draft"

/**
 * Adds one step's answers to those already given.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function saveDraft(actor: Actor, answers: Draft["answers"]): Promise<void> {
  permit(actor, "request.file")
  await mergeAnswers(db, actor, answers)
}

/**
 * Adds the details to the draft. Other words may tell of another danger, so whether it is happening now is asked again.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function saveDetails(actor: Actor, details: z.output<typeof DetailsStep>): Promise<void> {
  permit(actor, "request.file")
  const { title, description } = details
  await transaction(async (tx) => {
    const draft = await lockDraft(tx, actor)
    if (draft && (draft.answers.title !== title || draft.answers.description !== description))
      await tx
        .update(requestDrafts)
        .set({ answers: sql`${requestDrafts.answers} - 'happeningNow'` })
        .where(eq(requestDrafts.customerId, actor.id))
    await mergeAnswers(tx, actor, details)
  })
}

const mergeAnswers = (executor: Executor, actor: Actor, answers: Draft["answers"]) =>
  executor
    .insert(requestDrafts)
    .values({ customerId: actor.id, answers })
    .onConflictDoUpdate({
      target: requestDrafts.customerId,
      set: { answers: sql`${requestDrafts.answers} || excluded.answers`, updatedAt: sql`now()` },
    })
