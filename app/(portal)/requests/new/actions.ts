"use server"

import { refresh } from "next/cache"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { reportDraft } from "@/lib/dispatch/report-draft"
import { action } from "@/lib/http/action"
import { editNeeds } from "@/lib/identity/needs/edit-needs"
import { detachFromDraft } from "@/lib/requests/drafts/attach-to-draft"
import { beginDraft } from "@/lib/requests/drafts/begin-draft"
import type { Draft } from "@/lib/requests/drafts/contract"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { type Asked, onwards, stepsOf } from "@/lib/requests/drafts/draft-steps"
import { drafting } from "@/lib/requests/drafts/operations"
import { saveStep } from "@/lib/requests/drafts/save-step"

/** Pages that the browser holds show what was true before: going back reads them again. */
function leadTo(path: string): never {
  refresh()
  return redirect(path)
}

const onwardsFrom = (step: Asked) => (draft: Draft, form: FormData) => leadTo(onwards(draft, step, form))

export const begin = action(drafting.begin, beginDraft, onwardsFrom("question"))
export const saveSafetyCheck = action(drafting.saveSafetyCheck, saveStep("question"), onwardsFrom("question"))
export const saveCategory = action(drafting.saveCategory, saveStep("category"), onwardsFrom("category"))
export const saveDetails = action(drafting.saveDetails, saveStep("details"), onwardsFrom("details"))
export const saveDanger = action(drafting.saveDanger, saveStep("danger"), onwardsFrom("danger"))
export const savePremises = action(drafting.savePremises, saveStep("premises"), onwardsFrom("premises"))

/** With scripts, the page that the form is on says what was removed; without, a reload of it must not send the form again. */
export const detach = action(
  drafting.detach,
  detachFromDraft,
  async ({ draft }) => ((await headers()).has("next-action") ? refresh() : leadTo(stepsOf(draft).attachments)),
  ({ name }) => ({ outcome: name ? `“\u2068${name}\u2069” was removed` : "The file was removed" }),
)

export const file = action(drafting.file, fileDraft, (request) => leadTo(confirmationOf(request)))

export const report = action(drafting.report, reportDraft, (request) => leadTo(confirmationOf(request)))

/** Their profile keeps it, and the request has nothing of it. */
export const saveNeeds = action(drafting.saveNeeds, editNeeds, (_, form) =>
  leadTo(stepsOf(String(form.get("draft"))).check),
)

export const discard = action(drafting.discard, discardDraft, () => leadTo("/requests?discarded=1"))

const confirmationOf = (request: { id: string } | null) =>
  request ? `/requests/${request.id}/filed` : "/requests?gone=1"
