import { z } from "zod"
import { NONE_CHOSEN } from "@/lib/dispatch/team/contract"
import { ChosenValue } from "@/lib/dispatch/team/read-chosen"
import { CHOSEN_PRIORITIES } from "@/lib/model/category"
import { alwaysNeedsReason, MISSING_REASON, STATUSES, WAITING_FOR } from "@/lib/model/status"
import { prose } from "@/lib/model/text"
import { type ChangeRequests, NO_REASON } from "./contract"

/** What is chosen of statuses: one, and for what waits whom it waits for. */
const CHOSEN_STATUS = new RegExp(`^(${STATUSES.join("|")})(\\.(${WAITING_FOR.join("|")}))?$`)

export const MISSING_PERSON = "Choose a person to assign to"

/** The list as one form: what is ticked, or all that the list has, and what to do with it. */
export const ChangeForm = z
  .object({
    chosen: z.array(ChosenValue).default([]),
    all: z.boolean().optional(),
    /** The address of the list. */
    matching: z.string().max(2000).default(""),
    act: z.enum(["assign", "unassign", "move", "prioritise"]),
    /** Asked for once it is known that something is to be assigned. */
    assigneeId: z.uuid(MISSING_PERSON).optional(),
    to: z.string("Choose a status").regex(CHOSEN_STATUS, "Choose a status").optional(),
    noteForStaff: prose("a note", { max: 2000 }).optional(),
    noteForCustomer: prose("a note", { max: 2000 }).optional(),
    priority: z.enum(CHOSEN_PRIORITIES, "Choose a priority").optional(),
    reason: prose("a reason", { max: 2000 }).optional(),
  })
  .superRefine(({ chosen, all, act, to, noteForCustomer, priority, reason }, { addIssue }) => {
    const miss = (path: string, message: string) => addIssue({ code: "custom", path: [path], message })
    if (!all && chosen.length === 0) miss("chosen", NONE_CHOSEN)
    if (act === "prioritise" && priority === undefined) miss("priority", "Choose a priority")
    if (act === "prioritise" && reason === undefined) miss("reason", NO_REASON)
    if (act === "move" && to === undefined) miss("to", "Choose a status")
    if (act === "move" && alwaysNeedsReason(to) && noteForCustomer === undefined)
      miss("noteForCustomer", MISSING_REASON)
  })
export type ChangeForm = z.infer<typeof ChangeForm>

/** What the form asks for, for the contract to check. */
export function changeIn({ act, assigneeId, to, noteForStaff, noteForCustomer, priority, reason }: ChangeForm) {
  if (act === "unassign") return { assigneeId: null }
  if (act === "prioritise") return { priority, reason }
  if (act === "assign") return { assigneeId, note: noteForStaff }
  const [status, waitingFor] = to?.split(".") ?? []
  return { to: status, waitingFor, note: noteForCustomer } as Pick<ChangeRequests, "to" | "waitingFor" | "note">
}
