import { z } from "zod"
import { KeptEmail, Phone, PhoneE164 } from "@/lib/identity/accounts/contract"
import { CATEGORY_IDS, CHOSEN_PRIORITIES, PRIORITIES } from "@/lib/model/category"
import { CHANNELS } from "@/lib/model/channel"
import { CONTACT_PREFERENCES } from "@/lib/model/contact"
import { EVENT_KINDS } from "@/lib/model/event"
import { DANGER_CHECK_OUTCOMES, HAZARDS } from "@/lib/model/hazard"
import { Paging } from "@/lib/model/page"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { SAFETY_CHECK_IDS } from "@/lib/model/safety-check"
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
    .boolean("Choose whether this is happening now")
    .optional()
    .describe(
      "Asked when the title or description mentions a danger, such as a smell of gas or a CO alarm. False if the customer says that it is not happening now: the priority is then that of the category",
    ),
  safetyCheck: z
    .enum(SAFETY_CHECK_IDS, "Choose whether anyone is in danger right now")
    .optional()
    .describe(
      'The customer\'s answer to "Is anyone in danger right now?". `gas_smell`, `co_alarm` and `pipe_hit` make the request an emergency whatever its category is; `vulnerable`, no gas supply for someone vulnerable, gives it high priority; `none` means none of these. Leave it out if you did not ask',
    ),
  contactPhone: Phone.optional().describe("A phone that is with the person now, if it is not the one in their profile"),
  everyoneOutside: z
    .boolean("Choose whether everyone is outside")
    .optional()
    .describe("For emergencies: whether everyone has left the building"),
  anyoneUnwell: z
    .boolean("Choose whether anyone feels unwell")
    .optional()
    .describe("For emergencies: whether anyone feels unwell"),
})
export type RequestToFile = z.infer<typeof RequestToFile>

const ExternalReference = line("an external reference", { min: 1, max: 100 })

/**
 * Reasons why an open request has no assignee: no candidate was available, or its customer has not confirmed their
 * email address.
 */
export const WAITS_FOR = ["staff", "confirmation"] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

export const Filing = RequestToFile.extend({
  customerId: Id.optional().describe(
    "The customer the request is for. API keys and staff must send it, except that staff can leave it out of an emergency while they do not know who is calling; customers can only send requests for themselves",
  ),
  externalReference: ExternalReference.optional().describe(
    "What you call it, such as the number in your own system. You can use each only once: sending it again returns 409 and names the request that has it",
  ),
  followUpOf: Id.optional().describe(
    "The ID of an earlier request of the same customer that has ended, if this one is about the same problem",
  ),
})
export type Filing = z.infer<typeof Filing>

export const Danger = z.object({
  hazard: z.enum(HAZARDS),
  words: z.string().nullable().describe("The customer's own words. Null if they chose it as their answer about danger"),
  verdict: z
    .enum(["danger", "possible"])
    .nullable()
    .describe("How sure we are from the words. Null if they were not judged"),
  happeningNow: z.boolean().nullable().describe("The customer's answer. Null if we did not ask"),
  check: z
    .enum(["open", ...DANGER_CHECK_OUTCOMES])
    .nullable()
    .describe(
      "Of a request that may be an emergency: `open` until staff on duty say whether it is one, then their answer. `danger` and `unanswered` make it an emergency. Null if nobody has to check",
    ),
})
export type Danger = z.infer<typeof Danger>

export const FOUND_IN = [
  "reference",
  "title",
  "customer",
  "address",
  "mprn",
  "meterSerial",
  "externalReference",
  "email",
  "phone",
  "description",
] as const
export type FoundIn = (typeof FOUND_IN)[number]

export const RequestSummary = z.object({
  id: KeptId,
  reference: z.string().describe("The reference that people quote, such as GR-7K3M-9Q2F"),
  category: z.enum(CATEGORY_IDS),
  priority: z.enum(PRIORITIES),
  status: z.enum(STATUSES),
  title: z.string(),
  externalReference: z
    .string()
    .nullable()
    .describe("What the sender calls it, such as the number in their own system. Null if they gave none"),
  premises: KeptPremises,
  customer: NamedPerson,
  assignee: NamedPerson.nullable().describe("Null while the request is unassigned"),
  waitsFor: z
    .enum(WAITS_FOR)
    .nullable()
    .describe(
      "What an unassigned request is waiting for: `staff` for an available person, `confirmation` for the customer to confirm their email address",
    ),
  acknowledgement: z
    .object({ at: Instant, by: NamedPerson.nullable().describe("Null if it was an API key") })
    .nullable()
    .describe(
      "When somebody confirmed that they have this emergency, or the one it joined. Null until then, and for other requests",
    ),
  alerted: z
    .boolean()
    .nullable()
    .describe(
      "Whether someone on duty has been alerted to this open emergency, or to the one it has joined. False while nobody could be reached: call the `emergencyPhone`. Null for other requests",
    ),
  version: z
    .number()
    .int()
    .describe("Increases with each change. Send the version you saw when you change the request"),
  createdAt: Instant,
  updatedAt: Instant,
})
export type RequestSummary = z.infer<typeof RequestSummary>

export const ListedRequest = RequestSummary.extend({
  foundIn: z
    .array(z.enum(FOUND_IN))
    .optional()
    .describe("Where the words of `q` were found. Only in answers to a search"),
})
export type ListedRequest = z.infer<typeof ListedRequest>

const LinkedRequest = z.object({ id: KeptId, reference: z.string() })
export type LinkedRequest = z.infer<typeof LinkedRequest>

export const ServiceRequest = RequestSummary.extend({
  description: z.string(),
  premisesId: KeptId.nullable().describe(
    "The ID of the record of the premises, see `GET /premises/{id}`. Null if we do not know the address, and for a short time after an update",
  ),
  contactPreference: z.enum(CONTACT_PREFERENCES),
  safetyCheck: z.enum(SAFETY_CHECK_IDS).nullable().describe("The answer about danger. Null if it was not asked"),
  contactPhone: z
    .string()
    .nullable()
    .describe("A phone that is with the person who reported it. Null for the one in their profile"),
  contactPhoneE164: PhoneE164,
  everyoneOutside: z.boolean().nullable(),
  anyoneUnwell: z.boolean().nullable(),
  channel: z
    .enum(CHANNELS)
    .nullable()
    .describe(
      "How it came: `portal` from the customer, `phone` from staff for a customer who called, `api` from an API key. Null for requests from before version 0.7",
    ),
  takenBy: NamedPerson.nullable().describe("Who took the call. Null if it did not come by phone"),
  joinedTo: KeptId.nullable().describe(
    "The ID of the open emergency that this one reports again, and which it is handled with. Null for all other requests",
  ),
  followUpOf: LinkedRequest.nullable().describe("The ended request that this one follows up"),
  followUps: z.array(LinkedRequest).describe("Requests that follow this one up, oldest first"),
  rating: z
    .number()
    .int()
    .nullable()
    .describe("How satisfied the customer was, from 1 (not at all) to 5 (very). Null until they say so"),
  customer: NamedPerson.extend({ email: KeptEmail, phone: z.string(), phoneE164: PhoneE164 }),
  attachments: z.array(Attachment),
  danger: Danger.nullable().describe(
    "Set when the title, the description or details added later mention a danger that the category does not cover. Unless it is not happening now, the request is an emergency: tell the customer to leave and call the `emergencyPhone` from `GET /categories`",
  ),
  deletable: z
    .boolean()
    .describe(
      "Whether the customer can delete it: while it is pending, unless it is an emergency that has been acknowledged",
    ),
})
export type ServiceRequest = z.infer<typeof ServiceRequest>

const NOT_A_MOMENT = "Enter a date and time with its offset, like 2026-11-29T08:00:00Z. Write + as %2B in an address"
const FIRST_MOMENT = Date.UTC(1971)

/** A moment as input: ISO 8601 with its offset. */
const Moment = z.iso
  .datetime({ offset: true, error: NOT_A_MOMENT })
  .refine((it) => Date.parse(it) > FIRST_MOMENT, "Enter a date after 1970")

export const STATUS_FILTERS = ["open", ...STATUSES] as const

/** What lists can be sorted by. A minus turns the order round. */
export const REQUEST_SORTS = ["createdAt", "-createdAt", "updatedAt", "-updatedAt", "priority", "due"] as const
export type RequestSort = (typeof REQUEST_SORTS)[number]

/** How soon open requests are due. */
const DUE_FILTERS = ["overdue", "soon"] as const

const isSortedByUpdate = ({ sort, updatedSince }: { sort?: RequestSort; updatedSince?: string }) =>
  sort === undefined ? updatedSince !== undefined : /updatedAt$/.test(sort)

const ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const MOMENT = "[12]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"

/** The cursor of a list: what the last row is sorted by, and its ID. */
const cursor = (...places: string[]) =>
  z
    .string()
    .regex(new RegExp(`^(${places.join("|")})\\.${ID}$`), "Not a valid cursor")
    .optional()
    .describe("The `next` value of the previous page")

const PRIORITY = new RegExp(`^(${PRIORITIES.join("|")})$`)
const ListCursor = cursor(...PRIORITIES, MOMENT, "-?infinity")

export const UrgencyCursor = cursor(...PRIORITIES)

/** Two characters tell enough for an index. */
const Area = line("an area", { min: 2, max: 10 }).regex(
  /^[A-Za-z\d][A-Za-z\d -]*[A-Za-z\d]$/,
  "Enter the beginning of a postcode, like LS1",
)

export const RequestFilter = Paging.extend({
  after: ListCursor,
  before: ListCursor.describe("The `previous` value of a page, to get the page before it. Leave out `after`"),
  status: z
    .union([z.enum(STATUS_FILTERS), z.array(z.enum(STATUS_FILTERS)).min(1).max(STATUS_FILTERS.length)])
    .optional()
    .describe(
      "One status, or several by repeating it. `open` means pending, in progress or on hold. With `open` alone the most urgent come first, otherwise the newest",
    ),
  customerId: Id.optional().describe("The customer's ID. You find only those of customers whose requests you can see"),
  createdFrom: Moment.optional().describe("Sent at this time or later, such as 2026-11-29T08:00:00Z"),
  createdTo: Moment.optional().describe("Sent before this time"),
  updatedSince: Moment.optional().describe(
    "Changed at this time or later. The list is then sorted by `updatedAt`. See above how to keep a copy up to date",
  ),
  sort: z
    .enum(REQUEST_SORTS, `Choose ${REQUEST_SORTS.slice(0, -1).join(", ")} or ${REQUEST_SORTS.at(-1)}`)
    .optional()
    .describe(
      "`createdAt` is the oldest first, `-createdAt` the newest; `updatedAt` what changed first, `-updatedAt` what changed last; `priority` the most urgent first, and of these the oldest; `due`, for staff only, open requests by their next deadline, with those that wait for the customer last. The default depends on `status` and `updatedSince`",
    ),
  due: z
    .enum(DUE_FILTERS)
    .optional()
    .describe(
      "For staff only: open requests whose next deadline has passed (`overdue`) or is within 4 hours (`soon`). The list is then sorted by `due`",
    ),
  dueBefore: Moment.optional().describe(
    "For staff only: open requests whose next deadline is before this time. The list is then sorted by `due`",
  ),
  area: Area.optional().describe(
    "The beginning of the postcode, such as LS, LS1 or LS1 4. LS1 does not include LS11. Of a postcode of digits any beginning counts",
  ),
  danger: z
    .enum(["yes"])
    .optional()
    .describe("`yes`: emergencies, and requests that staff have to check for a danger, or have checked"),
  team: line("a team", { max: 100 })
    .optional()
    .describe("Open requests that are assigned to members of this team, as `GET /staff` names it"),
  category: z.enum(CATEGORY_IDS).optional(),
  priority: z.enum(PRIORITIES).optional(),
  assignee: z
    .union([Id, z.literal("nobody")])
    .optional()
    .describe("The assignee's ID, or `nobody` for unassigned requests"),
  externalReference: ExternalReference.optional().describe(
    "Only the request with exactly this external reference. Customers, and API keys for some customers, find their own only",
  ),
  q: line("what to search for", { max: 100 })
    .optional()
    .describe(
      "Words, parts of words from three letters, or numbers from anything the customer wrote or is known by: reference, title, description, name, phone, email, address, MPRN, meter serial number, external reference. All must match. A reference is found whatever the other filters say",
    ),
}).superRefine((filter, ctx) => {
  const isByUpdate = isSortedByUpdate(filter)
  const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message })
  if (filter.updatedSince !== undefined && !isByUpdate)
    refuse("updatedSince", "Sort by updatedAt or -updatedAt, or leave out sort")
  const narrowed = (["due", "dueBefore"] as const).filter((name) => filter[name] !== undefined)
  const isByDue = filter.sort === "due" || narrowed.length > 0
  if ((filter.sort ?? "due") !== "due") for (const name of narrowed) refuse(name, "Sort by due, or leave out sort")
  if (narrowed.length > 0 && filter.updatedSince !== undefined)
    refuse("updatedSince", "A list sorted by due cannot be narrowed by when requests changed")
  for (const name of ["createdFrom", "createdTo"] as const)
    if (filter[name] !== undefined && isByUpdate)
      refuse(name, "A list sorted by updatedAt cannot be narrowed by when requests were sent")
  if (filter.after !== undefined && filter.before !== undefined) refuse("before", "Send either after or before")
  for (const name of ["after", "before"] as const) {
    const [place] = filter[name]?.split(/\.[^.]*$/) ?? []
    if (place === undefined) continue
    const fits = isByDue ? !PRIORITY.test(place) : isByUpdate ? /^\d/.test(place) : PRIORITY.test(place)
    if (/^\d/.test(place) && Number.isNaN(Date.parse(place))) refuse(name, "Not a valid cursor")
    else if (!fits) refuse(name, "This cursor belongs to a list that is sorted in another way")
  }
})
export type RequestFilter = z.infer<typeof RequestFilter>

export const DeletedFilter = Paging.extend({
  after: z
    .string()
    .regex(new RegExp(`^${MOMENT}_\\d{1,18}$`), "Not a valid cursor")
    .refine((it) => !Number.isNaN(Date.parse(it.split("_")[0] ?? "")), "Not a valid cursor")
    .optional()
    .describe("The `next` value of the previous page"),
  since: Moment.optional().describe("Deleted at this time or later. Leave it out for all that ever were"),
})
export type DeletedFilter = z.infer<typeof DeletedFilter>

/** All that is told of a request that is gone. */
export const DeletedRequest = z.object({
  id: KeptId,
  reference: z.string().describe("The reference that people quoted, such as GR-7K3M-9Q2F"),
  deletedAt: Instant,
})
export type DeletedRequest = z.infer<typeof DeletedRequest>

export const RequestsToCount = z.object({ q: RequestFilter.shape.q })

/** How many requests a list has under each of its views. */
export const RequestCounts = z.record(z.enum(["all", ...STATUS_FILTERS]), z.number().int())
export type RequestCounts = z.infer<typeof RequestCounts>

const Counted = z.object({
  count: z.number().int(),
  more: z.boolean().describe("Whether there are more than have been counted"),
})

/** How many requests a list has, and how many of them stand ahead of the page. */
export const ListCount = z.object({ total: Counted, ahead: Counted })
export type ListCount = z.infer<typeof ListCount>

export const Move = z.object({
  id: Id,
  to: z.enum(STATUSES, "Choose a status"),
  note: prose("a note", { max: 2000 })
    .optional()
    .describe("The customer can see it. Required to reopen or cancel a request"),
  waitingFor: z
    .enum(WAITING_FOR, "Choose who the request is waiting for")
    .optional()
    .describe(
      "Who a request on hold is waiting for. The default is the customer. Time spent waiting for the customer does not count towards deadlines",
    ),
  version: Version,
})
export const Assign = z.object({
  id: Id,
  assigneeId: z.uuid("Choose who to assign the request to"),
  note: prose("a note", { max: 2000 }).optional().describe("Only staff can see it"),
  version: Version,
})

export const Unassign = z.object({ id: Id, version: Version })

export const Prioritisation = z.object({
  id: Id,
  priority: z
    .enum(CHOSEN_PRIORITIES, "Choose High, Normal or Low")
    .describe("An emergency keeps its priority, and a request becomes one only through the danger it tells of"),
  reason: prose("a reason", { max: 2000 }).describe("Only staff can see it"),
  version: Version,
})

export const AddedDetails = z.object({
  id: Id,
  details: prose("details", { max: 2000, missing: "Enter what you want to add" }),
})
export type AddedDetails = z.infer<typeof AddedDetails>

export const TimelineEntry = z.object({
  id: z.number().int(),
  kind: z.enum(EVENT_KINDS),
  actor: NamedPerson.extend({ kind: z.enum(["account", "api_key"]) })
    .nullable()
    .describe("Null if it happened automatically, or was done by someone without an account"),
  data: z.record(z.string(), z.unknown()),
  visibleToCustomer: z.boolean(),
  createdAt: Instant,
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const TimelinePart = z.object({
  id: Id,
  before: z.number().int().positive().optional().describe("The `earlier` value of the previous response"),
  limit: z.number("Enter a number of entries").int().min(1).max(100).optional().describe("The default is 100"),
})
export type TimelinePart = z.infer<typeof TimelinePart>

export const TimelineSlice = z.object({
  items: z.array(TimelineEntry),
  earlier: z.number().int().nullable().describe("Send as `before` to get earlier entries. Null at the beginning"),
})
