import { z } from "zod"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { CONTACT_PREFERENCES } from "@/lib/model/contact"
import { EVENT_KINDS } from "@/lib/model/event"
import { HAZARDS } from "@/lib/model/hazard"
import { Paging } from "@/lib/model/page"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { STATUSES, WAITING_FOR } from "@/lib/model/status"
import { Id, Instant, KeptId, line, prose, Version } from "@/lib/model/text"
import { Attachment } from "@/lib/requests/attachments/contract"

export const RequestToFile = z.object({
  category: z.enum(CATEGORY_IDS, "Choose what you need help with"),
  title: line("a title", { min: 5, max: 200 }),
  description: prose("a description", { min: 10, max: 5000 }),
  premises: Premises,
  contactPreference: z.enum(CONTACT_PREFERENCES, "Choose how we should contact you"),
  happeningNow: z
    .boolean("Say whether this is happening now")
    .optional()
    .describe(
      "Asked when title or description speak of a danger: smell of gas, a CO alarm and the like. False: the customer says that it is not happening now, and the priority stays that of the category",
    ),
})
export type RequestToFile = z.infer<typeof RequestToFile>

/**
 * Reasons why an open request has no assignee: no candidate was available, or its customer has not confirmed their
 * email address.
 */
export const WAITS_FOR = ["staff", "confirmation"] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

export const Filing = RequestToFile.extend({
  customerId: Id.optional().describe("For API keys: the customer it is filed for. People file for themselves only"),
})
export type Filing = z.infer<typeof Filing>

export const Danger = z.object({
  hazard: z.enum(HAZARDS),
  words: z.string().describe("The customer's own words"),
  happeningNow: z.boolean().nullable().describe("What the customer said to it; null when nobody asked"),
})
export type Danger = z.infer<typeof Danger>

export const RequestSummary = z.object({
  id: KeptId,
  reference: z.string().describe("What people quote, such as GR-7K3M-9Q2F"),
  category: z.enum(CATEGORY_IDS),
  priority: z.enum(PRIORITIES),
  status: z.enum(STATUSES),
  title: z.string(),
  premises: KeptPremises,
  customer: NamedPerson,
  assignee: NamedPerson.nullable().describe("Null while the request waits"),
  waitsFor: z
    .enum(WAITS_FOR)
    .nullable()
    .describe("What a request without assignee waits for: somebody available, or its customer to confirm their e-mail"),
  version: z.number().int().describe("Grows with each change; send the one you saw when you change the request"),
  createdAt: Instant,
  updatedAt: Instant,
})
export type RequestSummary = z.infer<typeof RequestSummary>

export const ServiceRequest = RequestSummary.extend({
  description: z.string(),
  contactPreference: z.enum(CONTACT_PREFERENCES),
  customer: NamedPerson.extend({ email: z.string(), phone: z.string() }),
  attachments: z.array(Attachment),
  danger: Danger.nullable().describe(
    "Set when title or description speak of a danger that the category does not. Unless it is not happening now, the request is an emergency: have the customer leave and ring the `emergencyPhone` of `GET /categories`",
  ),
  deletable: z
    .boolean()
    .describe(
      "Whether its customer can delete it: while it is pending, unless it is an emergency that somebody has acknowledged and still has",
    ),
})
export type ServiceRequest = z.infer<typeof ServiceRequest>

export const STATUS_FILTERS = ["open", ...STATUSES] as const

export const RequestFilter = Paging.extend({
  after: z
    .string()
    .regex(new RegExp(`^(${PRIORITIES.join("|")})\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`), "Not a valid cursor")
    .optional()
    .describe("The `next` of the page before"),
  status: z.enum(STATUS_FILTERS).optional().describe("`open` means pending, in progress or on hold, most urgent first"),
  category: z.enum(CATEGORY_IDS).optional(),
  priority: z.enum(PRIORITIES).optional(),
  assignee: z
    .union([Id, z.literal("nobody")])
    .optional()
    .describe("Somebody's id, or `nobody` for what waits"),
  q: line("what to look for", { max: 100 }).optional().describe("Reference, or words of the title or customer's name"),
})
export type RequestFilter = z.infer<typeof RequestFilter>

export const Move = z.object({
  id: Id,
  to: z.enum(STATUSES, "Choose a status"),
  note: prose("a note", { max: 2000 }).optional().describe("The customer sees it; reopening and cancelling need one"),
  waitingFor: z
    .enum(WAITING_FOR, "Choose who has to do something")
    .optional()
    .describe("Who has to do something while it is on hold, the customer unless said: their time is not the utility's"),
  version: Version,
})
export const Assign = z.object({
  id: Id,
  assigneeId: z.uuid("Choose who should take it"),
  note: prose("a note", { max: 2000 }).optional().describe("Seen by staff only"),
  version: Version,
})

export const TimelineEntry = z.object({
  id: z.number().int(),
  kind: z.enum(EVENT_KINDS),
  actor: NamedPerson.extend({ kind: z.enum(["account", "api_key"]) })
    .nullable()
    .describe("Null when the system did it"),
  data: z.record(z.string(), z.unknown()),
  visibleToCustomer: z.boolean(),
  createdAt: Instant,
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const TimelinePart = z.object({
  id: Id,
  before: z.number().int().positive().optional().describe("The `earlier` of the part after it"),
  limit: z.number("Give a number of entries").int().min(1).max(100).optional().describe("100 when left out"),
})
export type TimelinePart = z.infer<typeof TimelinePart>

export const TimelineSlice = z.object({
  items: z.array(TimelineEntry),
  earlier: z.number().int().nullable().describe("Send as `before` for what happened earlier; null at the beginning"),
})
