import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import type { Draft, OnDraft, TypedAnswers } from "./contract"
import type { Asked } from "./draft-steps"
import { lockDraft } from "./lock-draft"
import { asTyped, saysTheSame } from "./stored-draft"

type Locked = Awaited<ReturnType<typeof lockDraft>>

/**
 * A verb that adds the answers of one page to those already given, and returns the draft. Other words may tell of another
 * danger, so whether it is happening now is then asked again.
 * @throws AppError `forbidden` when the actor may not file, `not_found` when the draft was sent or discarded, `conflict`
 * when the page was written since the version that the person saw.
 */
export const saveStep =
  (step: Asked) =>
  async (actor: Actor, { draft: id, version: seen, window, ...given }: OnDraft & Draft["answers"]): Promise<Draft> => {
    permit(actor, "request.file")
    return transaction(async (tx) => {
      const draft = await lockDraft(tx, actor, id)
      refuseStale(draft, step, { seen, window }, given)
      const { happeningNow, ...told } = draft.answers
      const isTold = (["title", "description"] as const).every((word) => !(word in given) || told[word] === given[word])
      const answers = { ...told, ...(isTold && happeningNow !== undefined && { happeningNow }), ...given }
      const typed = Object.fromEntries(Object.entries(draft.typed).filter(([name]) => name !== step))
      const version = draft.version + 1
      const written = { ...draft.written, [step]: { version, window } }
      const row = { answers: { ...answers, typed, written }, version, updatedAt: new Date() }
      await tx.update(drafts).set(row).where(eq(drafts.id, id))
      const files = await tx.select().from(attachments).where(eq(attachments.openDraftId, id))
      return { id, version, answers, typed, attachments: files }
    })
  }

/**
 * Keeps what stands in the form of a page, valid or not, and returns the new version.
 * @throws AppError as `saveStep` does.
 */
export async function keepTyped(actor: Actor, { draft: id, version: seen, window, step, typed }: TypedAnswers) {
  permit(actor, "request.file")
  return transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    refuseStale(draft, step, { seen, window }, typed)
    if (saysTheSame(typed, storedOf(draft, step, typed))) return { version: draft.version }
    const version = draft.version + 1
    const kept = {
      typed: { ...draft.typed, [step]: typed },
      written: { ...draft.written, [step]: { version, window } },
    }
    await tx
      .update(drafts)
      .set({ answers: { ...draft.answers, ...kept }, version, updatedAt: new Date() })
      .where(eq(drafts.id, id))
    return { version }
  })
}

/** What two windows have both written is nobody's mistake as long as it says the same. */
function refuseStale(
  draft: Locked,
  step: Asked | "report",
  by: { seen?: number; window?: string },
  given: object,
): void {
  const last = draft.written[step]
  if (!last || by.seen === undefined || last.version <= by.seen) return
  if ((last.window && last.window === by.window) || saysTheSame(given, storedOf(draft, step, given))) return
  throw new AppError(
    "conflict",
    "This page was changed in another window after you opened it. Both versions are below. Choose which to keep.",
  )
}

/** What is stored for the fields of a page. */
function storedOf({ typed, answers }: Locked, step: Asked | "report", fields: object): Record<string, string> {
  if (step in typed) return asTyped(typed[step as keyof typeof typed] ?? {})
  const names = new Set(Object.keys(fields).map((name) => name.split(".")[0]))
  return asTyped(Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name))))
}
