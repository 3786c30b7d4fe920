import { and, asc, count, eq, sql } from "drizzle-orm"
import { v7 } from "uuid"
import type { z } from "zod"
import { db, type Executor, type Tx, transaction } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readCrew } from "@/lib/dispatch/assignment/read-crew"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import { checkRoom, keepUpload, type Upload } from "@/lib/requests/attachments/upload"
import { RequestToFile } from "@/lib/requests/contract"
import type { DetailsStep, Draft } from "@/lib/requests/drafts/contract"
import { urgencyOf } from "@/lib/requests/urgency"
import { showRequest } from "@/lib/requests/view"
import { withReference } from "./file"
import { fileIn } from "./file-together"

/** The actor's unfinished request; empty when none was begun. */
export async function getDraft(actor: Actor): Promise<Draft> {
  permit(actor, "request.file")
  const [[draft], files] = await Promise.all([
    db.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)),
    db.select().from(attachments).where(eq(attachments.draftId, actor.id)).orderBy(asc(attachments.id)),
  ])
  return { answers: draft?.answers ?? {}, attachments: files }
}

/** Adds one step's answers to those already given. */
export async function saveDraft(actor: Actor, answers: Draft["answers"]): Promise<void> {
  permit(actor, "request.file")
  await mergeAnswers(db, actor, answers)
}

const mergeAnswers = (executor: Executor, actor: Actor, answers: Draft["answers"]) =>
  executor
    .insert(requestDrafts)
    .values({ customerId: actor.id, answers })
    .onConflictDoUpdate({
      target: requestDrafts.customerId,
      set: { answers: sql`${requestDrafts.answers} || excluded.answers`, updatedAt: sql`now()` },
    })

/** Other words may speak of another danger: whether it is happening now is asked again. */
export async function saveDetails(actor: Actor, details: z.output<typeof DetailsStep>): Promise<void> {
  permit(actor, "request.file")
  const { title, description } = details
  await transaction(async (tx) => {
    const [draft] = await draftForUpdate(tx, actor)
    if (draft && (draft.answers.title !== title || draft.answers.description !== description))
      await tx
        .update(requestDrafts)
        .set({ answers: sql`${requestDrafts.answers} - 'happeningNow'` })
        .where(eq(requestDrafts.customerId, actor.id))
    await mergeAnswers(tx, actor, details)
  })
}

export async function attachToDraft(actor: Actor, _: unknown, upload: Upload): Promise<void> {
  const { attachments: held } = await getDraft(actor)
  await saveDraft(actor, {})
  await keepUpload(upload, held.length, (files) =>
    transaction(async (tx) => {
      await lockDraft(tx, actor)
      const [now] = await tx.select({ files: count() }).from(attachments).where(eq(attachments.draftId, actor.id))
      checkRoom((now?.files ?? 0) + files.length)
      await tx.insert(attachments).values(files.map((file) => ({ ...file, draftId: actor.id, uploadedBy: actor.id })))
    }),
  )
}

export async function detachFromDraft(actor: Actor, { id }: { id: string }): Promise<void> {
  permit(actor, "request.file")
  const mine = and(eq(attachments.id, id), eq(attachments.draftId, actor.id))
  const files = await db.delete(attachments).where(mine).returning({ id: attachments.id })
  await quarantineFiles(files.map(({ id }) => id))
}

/** Files what was answered; the attachments become the request's. Filing twice files once: the second gets nothing. */
export async function fileDraft(actor: Actor) {
  permit(actor, "request.file")
  try {
    return await fileAnswers(actor)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") return null
    throw thrown
  }
}

function fileAnswers(actor: Actor) {
  return withReference((reference) =>
    transaction(async (tx) => {
      const draft = await lockDraft(tx, actor)
      const answers = RequestToFile.safeParse(draft.answers)
      if (!answers.success) throw new AppError("conflict", "Some answers are missing. Check each step again.")
      const id = v7()
      await lockAssignment(tx)
      const standing = await readCrew(tx, [actor.id])
      const urgency = urgencyOf(answers.data)
      const filed = { actor, id, reference, input: answers.data, urgency, customerId: actor.id }
      await fileIn(tx, [filed], standing)
      await tx.update(attachments).set({ requestId: id, draftId: null }).where(eq(attachments.draftId, actor.id))
      await tx.delete(requestDrafts).where(eq(requestDrafts.customerId, actor.id))
      return showRequest(tx, id)
    }),
  )
}

export async function discardDraft(actor: Actor): Promise<void> {
  permit(actor, "request.file")
  const files = await transaction(async (tx) => {
    // An upload may be on its way to this draft.
    await draftForUpdate(tx, actor)
    const gone = await tx.delete(attachments).where(eq(attachments.draftId, actor.id)).returning({ id: attachments.id })
    await tx.delete(requestDrafts).where(eq(requestDrafts.customerId, actor.id))
    return gone
  })
  await quarantineFiles(files.map(({ id }) => id))
}

async function lockDraft(tx: Tx, actor: Actor) {
  const [draft] = await draftForUpdate(tx, actor)
  if (!draft) throw new AppError("not_found", "This request has already been sent or discarded.")
  return draft
}

const draftForUpdate = (tx: Tx, actor: Actor) =>
  tx.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)).for("update")
