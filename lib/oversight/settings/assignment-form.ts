import { AssignmentRules } from "@/lib/dispatch/assignment/rules"
import { Version } from "@/lib/model/text"
/** The assignment rules as their form sends them, with the version that was seen. */
export const AssignmentForm = AssignmentRules.extend({ version: Version })
