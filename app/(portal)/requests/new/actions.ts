"use server"

import { redirect } from "next/navigation"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { reportDraft } from "@/lib/dispatch/report-draft"
import { action } from "@/lib/http/action"
import { detachFromDraft } from "@/lib/requests/drafts/attach-to-draft"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { onwards, onwardsFromDanger, onwardsFromQuestion, STEPS } from "@/lib/requests/drafts/draft-steps"
import { drafting } from "@/lib/requests/drafts/operations"
import * as drafts from "@/lib/requests/drafts/save-draft"

export const saveSafetyCheck = action(drafting.saveSafetyCheck, drafts.saveDraft, (_, form) =>
  redirect(onwardsFromQuestion(form)),
)

export const saveCategory = action(drafting.saveCategory, drafts.saveDraft, (_, form) =>
  redirect(onwards("category", form)),
)

export const saveDetails = action(drafting.saveDetails, drafts.saveDetails, (_, form) =>
  redirect(onwards("details", form)),
)

export const saveDanger = action(drafting.saveDanger, drafts.saveDraft, (_, form) => redirect(onwardsFromDanger(form)))

export const savePremises = action(drafting.savePremises, drafts.saveDraft, (_, form) =>
  redirect(onwards("premises", form)),
)

export const detach = action(drafting.detach, detachFromDraft, () => redirect(STEPS.attachments))

export const file = action(drafting.file, fileDraft, (request) => redirect(confirmationOf(request)))

export const report = action(drafting.report, reportDraft, (request) => redirect(confirmationOf(request)))

export const discard = action(drafting.discard, discardDraft, () => redirect("/requests?discarded=1"))

const confirmationOf = (request: { id: string } | null) =>
  request ? `/requests/${request.id}/filed` : "/requests?filed=already"
