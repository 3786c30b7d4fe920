import { z } from "zod"
import { NONE_CHOSEN } from "@/lib/dispatch/team/contract"
import { ChosenValue } from "@/lib/dispatch/team/read-chosen"
import { STATUSES, WAITING_FOR } from "@/lib/model/status"
import { prose } from "@/lib/model/text"
import type { ChangeRequests } from "./contract"

/** What is chosen of statuses: one, and for what waits whom it waits for. */
const CHOSEN_STATUS = new RegExp(`^(${STATUSES.join("|")})(\\.(${WAITING_FOR.join("|")}))?$`)

/** The list as one form: what is ticked, or all that the list has, and what to do with it. */
export const ChangeForm = z
  .object({
    chosen: z.array(ChosenValue).default([]),
    all: z.boolean().optional(),
    /** The address of the list. */
    matching: z.string().max(2000).default(""),
    act: z.enum(["assign", "unassign", "move"]),
    assigneeId: z.uuid("Choose a person to assign to").optional(),
    to: z.string("Choose a status").regex(CHOSEN_STATUS, "Choose a status").optional(),
    noteForStaff: prose("a note", { max: 2000 }).optional(),
    noteForCustomer: prose("a note", { max: 2000 }).optional(),
  })
  .superRefine(({ chosen, all, act, assigneeId, to }, { addIssue }) => {
    const miss = (path: string, message: string) => addIssue({ code: "custom", path: [path], message })
    if (!all && chosen.length === 0) miss("chosen", NONE_CHOSEN)
    if (act === "assign" && assigneeId === undefined) miss("assigneeId", "Choose a person to assign to")
    if (act === "move" && to === undefined) miss("to", "Choose a status")
  })
export type ChangeForm = z.infer<typeof ChangeForm>

/** What the form asks for, for the contract to check. */
export function changeIn({ act, assigneeId, to, noteForStaff, noteForCustomer }: ChangeForm) {
  if (act === "unassign") return { assigneeId: null }
  if (act === "assign") return { assigneeId, note: noteForStaff }
  const [status, waitingFor] = to?.split(".") ?? []
  return { to: status, waitingFor, note: noteForCustomer } as Pick<ChangeRequests, "to" | "waitingFor" | "note">
}
