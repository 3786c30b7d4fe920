import { z } from "zod"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { DANGER_CHECK_OUTCOMES } from "@/lib/model/hazard"
import { Paging } from "@/lib/model/page"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises } from "@/lib/model/premises"
import { Id, Instant, KeptId, One, Version } from "@/lib/model/text"
import { Danger } from "@/lib/requests/contract"

export const DangerCheck = z.object({
  id: KeptId.describe("Id of the request"),
  reference: z.string(),
  category: z.enum(CATEGORY_IDS),
  title: z.string(),
  description: z.string(),
  danger: Danger.omit({ check: true }).extend({
    judge: z.string().nullable().describe("What read the words as a danger, such as `rules`"),
  }),
  added: z
    .string()
    .nullable()
    .describe("What the customer added after sending it, if that is what mentions the danger. Otherwise null"),
  premises: KeptPremises,
  customer: z.object({ name: z.string(), phone: z.string() }),
  contactPhone: z.string().nullable().describe("The phone of the person who reported it, if it is another"),
  version: z.int().describe("The version of the request. Send it with your answer"),
  createdAt: Instant,
  dueAt: Instant.describe("When the request becomes an emergency unless someone has answered"),
})
export type DangerCheck = z.infer<typeof DangerCheck>

export const DangerCheckFilter = Paging.extend({
  after: z
    .string()
    .regex(/^\d{13}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "Not a valid cursor")
    .optional()
    .describe("The `next` value of the previous page"),
  request: Id.optional().describe("Only the check of this request"),
})
export type DangerCheckFilter = z.infer<typeof DangerCheckFilter>

export const DangerAnswer = One.extend({
  danger: z.boolean("Say whether this is an emergency").describe("True makes the request an emergency"),
  version: Version.optional().describe(
    "The version you saw. That there is no danger is not taken for another, since the customer may have added words",
  ),
})
export type DangerAnswer = z.infer<typeof DangerAnswer>

export const CheckedRequest = z.object({
  id: KeptId,
  reference: z.string(),
  outcome: z.enum(DANGER_CHECK_OUTCOMES),
  priority: z.enum(PRIORITIES),
  assignee: NamedPerson.nullable(),
})
