import { z } from "zod"
import { DutyNow } from "@/lib/dispatch/rosters/contract"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { Paging, page } from "@/lib/model/page"
import { WORKING_ROLES } from "@/lib/model/role"
import { STATUSES } from "@/lib/model/status"
import { Id, Instant, KeptId, prose, Version } from "@/lib/model/text"
import { RequestSummary, UrgencyCursor } from "@/lib/requests/contract"

const Work = z.object({
  id: KeptId,
  reference: z.string(),
  title: z.string(),
  category: z.enum(CATEGORY_IDS),
  priority: z.enum(PRIORITIES),
  status: z.enum(STATUSES),
  version: z.number().int(),
  createdAt: Instant,
})
export type Work = z.infer<typeof Work>

export const Teammate = z.object({
  id: KeptId,
  name: z.string(),
  role: z.enum(WORKING_ROLES),
  duty: DutyNow,
  open: z.number().int(),
  capacity: z.number().int(),
  emergencies: z.number().int().describe("Open emergencies"),
  oldest: Work.nullable().describe("The oldest open request. List all with `GET /requests?assignee={id}&status=open`"),
})
export type Teammate = z.infer<typeof Teammate>

export const Team = page(Teammate)

export const QueueFilter = Paging.extend({ after: UrgencyCursor })
export type QueueFilter = z.infer<typeof QueueFilter>

export const UnassignedRequest = RequestSummary.extend({
  why: z.string().describe("Why it is unassigned, in one sentence"),
})
export type UnassignedRequest = z.infer<typeof UnassignedRequest>
export const Queue = page(UnassignedRequest)

const MOST_AT_ONCE = 50
export const NONE_CHOSEN = "Choose at least one request"

/** At most so many that a browser can wait while each is assigned. */
export const chosenRequests = <T extends z.ZodType>(one: T) =>
  z.array(one, NONE_CHOSEN).min(1, NONE_CHOSEN).max(MOST_AT_ONCE, `Choose up to ${MOST_AT_ONCE} requests`)

export const AssignRequests = z.object({
  requests: chosenRequests(z.object({ id: Id, version: Version })),
  assigneeId: z.uuid("Choose a person to assign to"),
  note: prose("a note", { max: 2000 }).optional().describe("Visible to staff only"),
})
export type AssignRequests = z.infer<typeof AssignRequests>

export const AssignRequestsResult = z.object({
  items: z.array(
    z.object({
      id: KeptId,
      reference: z.string().nullable().describe("Null if there is no such request"),
      given: z.boolean(),
      sentence: z.string().describe("The outcome, in one sentence"),
    }),
  ),
})
export type AssignRequestsResult = z.infer<typeof AssignRequestsResult>
