import { z } from "zod"
import { ALL_DECISION_REASONS, DECISION_REASONS, REMOVED_FILE_DECISIONS } from "@/lib/model/removed-file"
import { One } from "@/lib/model/text"

const Decision = z
  .enum(REMOVED_FILE_DECISIONS, "Choose what to do with the file")
  .describe("`return` gives it back to those who see its request. `delete` deletes it for good")

export const RemovedFileToDecide = One.extend({
  decision: Decision,
  reason: z
    .enum(ALL_DECISION_REASONS, "Choose a reason")
    .describe("`harmful` and `not_needed` are reasons to delete it, the others to return it"),
}).superRefine(({ decision, reason }, { addIssue }) => {
  if (!Object.hasOwn(DECISION_REASONS[decision], reason))
    addIssue({ code: "custom", path: ["reason"], message: "Choose a reason that goes with what you do with the file" })
})
export type RemovedFileToDecide = z.output<typeof RemovedFileToDecide>

export const DecidedFile = One.extend({ decision: Decision })
