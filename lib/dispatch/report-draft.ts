import type { Actor } from "@/lib/model/actor"
import type { ReportStep } from "@/lib/requests/drafts/contract"
import { reportToFile } from "@/lib/requests/report-to-file"
import { fileAnswers } from "./file-draft"

/**
 * Files the emergency that the actor's draft answers for, with the files of the draft, and returns the request; null when
 * there is no draft, because it was filed already or discarded.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when they answered that there is no emergency.
 */
export const reportDraft = (actor: Actor, report: ReportStep) =>
  fileAnswers(actor, ({ safetyCheck }) => reportToFile(safetyCheck, report))
