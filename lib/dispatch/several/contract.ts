import { z } from "zod"
import { NONE_CHOSEN } from "@/lib/dispatch/team/contract"
import { STATUSES, WAITING_FOR } from "@/lib/model/status"
import { Id, KeptId, prose, Version } from "@/lib/model/text"
import { Prioritisation } from "@/lib/requests/contract"
import { MOST_AT_ONCE } from "./most-at-once"

const ONE_CHANGE = "Choose one change: a status, who to assign to or a priority"

export const NO_REASON = "Enter a reason"

export const ChangeRequests = z
  .object({
    requests: z
      .array(z.object({ id: Id, version: Version }), NONE_CHOSEN)
      .min(1, NONE_CHOSEN)
      .max(MOST_AT_ONCE, `Choose up to ${MOST_AT_ONCE} requests`),
    assigneeId: z
      .uuid("Choose who to assign the requests to")
      .nullable()
      .optional()
      .describe("Who to assign the requests to. Null to unassign them"),
    to: z.enum(STATUSES, "Choose a status").optional().describe("The new status of the requests"),
    waitingFor: z
      .enum(WAITING_FOR, "Choose who the requests are waiting for")
      .optional()
      .describe("Who requests on hold are waiting for. The default is the customer"),
    priority: Prioritisation.shape.priority
      .optional()
      .describe("The new priority of the requests. Emergencies keep theirs"),
    reason: Prioritisation.shape.reason
      .optional()
      .describe("Why the priority changes, required with `priority`. Only staff can see it"),
    note: prose("a note", { max: 2000 })
      .optional()
      .describe(
        "With `to`, customers can see it, and it is required to reopen or cancel a request. With `assigneeId`, only staff can see it",
      ),
  })
  .superRefine(({ assigneeId, to, priority, reason, waitingFor }, { addIssue }) => {
    const asked = Object.entries({ assigneeId, to, priority }).filter(([, value]) => value !== undefined)
    if (asked.length !== 1) addIssue({ code: "custom", path: [asked.at(-1)?.[0] ?? "assigneeId"], message: ONE_CHANGE })
    if (priority !== undefined && reason === undefined)
      addIssue({ code: "custom", path: ["reason"], message: NO_REASON })
    if (priority === undefined && reason !== undefined)
      addIssue({ code: "custom", path: ["reason"], message: "Only a change of priority has a reason. Use the note" })
    if (waitingFor !== undefined && to !== "on_hold")
      addIssue({ code: "custom", path: ["waitingFor"], message: "Only requests on hold wait for someone" })
  })
export type ChangeRequests = z.infer<typeof ChangeRequests>

export const ChangedRequests = z.object({
  items: z.array(
    z.object({
      id: KeptId,
      reference: z.string().nullable().describe("Null if there is no such request"),
      changed: z.boolean(),
      version: z.number().int().nullable().describe("The version after the change. Null if nothing changed"),
      sentence: z.string().describe("The outcome, in one sentence"),
    }),
  ),
})
export type ChangedRequests = z.infer<typeof ChangedRequests>
