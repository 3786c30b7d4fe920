import { z } from "zod"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { RowLimit } from "@/lib/model/page"
import { NamedPerson } from "@/lib/model/person"
import { PREMISES_ROLES } from "@/lib/model/premises-role"
import { STATUSES } from "@/lib/model/status"
import { Id, Instant, KeptId, prose, Version } from "@/lib/model/text"

const Span = z.object({
  since: Instant.describe("When we were first told"),
  until: Instant.nullable().describe("Null while it is so"),
})

export const KeptMeter = Span.extend({ serial: z.string() })

export const LinkedCustomer = Span.extend({
  customer: NamedPerson,
  role: z.enum(PREMISES_ROLES),
})

export const PremisesRecord = z.object({
  id: KeptId,
  line1: z.string(),
  line2: z.string().nullable(),
  town: z.string(),
  postcode: z.string(),
  mprn: z.string().nullable().describe("Names the supply point. Null if we do not know it"),
  notes: z.string().describe("For engineers: access, a dog, a key safe. Empty if there are none"),
  meters: z.array(KeptMeter).describe("Newest first"),
  customers: z.array(LinkedCustomer).describe("Those who live there or own it, then those who did"),
  version: z.number().int().describe("Send the version you saw when you change the notes"),
})
export type PremisesRecord = z.infer<typeof PremisesRecord>

export const RequestThere = z.object({
  id: KeptId,
  reference: z.string(),
  title: z.string(),
  category: z.enum(CATEGORY_IDS),
  priority: z.enum(PRIORITIES),
  status: z.enum(STATUSES),
  customer: NamedPerson,
  createdAt: Instant,
  readable: z.boolean().describe("Whether you can open it with `GET /requests/{id}`"),
})
export type RequestThere = z.infer<typeof RequestThere>

export const PremisesPaging = z.object({
  id: Id,
  after: z
    .string()
    .regex(/^(open|over)\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "Not a valid cursor")
    .optional()
    .describe("The `next` value of the previous page"),
  limit: RowLimit.default(20),
})

export const PremisesNotes = z.object({
  id: Id,
  notes: prose("notes", { min: 0, max: 2000 }),
  version: Version,
})
