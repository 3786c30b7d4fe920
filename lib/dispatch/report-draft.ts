import type { Actor } from "@/lib/model/actor"
import type { OnDraft, ReportStep } from "@/lib/requests/drafts/contract"
import { reportToFile } from "@/lib/requests/report-to-file"
import { fileAnswers } from "./file-draft"

/**
 * Files the emergency that a draft of the actor answers for, with the files of the draft, and returns the request; as
 * `fileDraft` does. What stands on its page is sent, whatever another window has changed.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when they answered that there is no emergency.
 */
export const reportDraft = (actor: Actor, { draft, version: _, window: _window, ...report }: OnDraft & ReportStep) =>
  fileAnswers(actor, { draft }, ({ answers }) => reportToFile(answers.safetyCheck, report))
