import { AssignmentRules } from "@/lib/dispatch/assignment/rules"
import { Version } from "@/lib/model/text"
/** The rules as a form sends them: by themselves, beside the version that was seen. */
export const AssignmentForm = AssignmentRules.extend({ version: Version })
