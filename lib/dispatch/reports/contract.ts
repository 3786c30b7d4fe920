import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { KeptPremises } from "@/lib/model/premises"
import { Id, Instant, KeptId, Version } from "@/lib/model/text"
import { Danger } from "@/lib/requests/contract"
import { MOST_COUNTED } from "./most-counted"
import { MOST_TOGETHER } from "./most-together"

/** So many characters of a text are shown with an emergency in a list, where there may be many. */
export const MOST_WORDS = 300

/** A report that joined an emergency. */
export const JoinedReport = z.object({
  id: KeptId.describe("ID of the request"),
  reference: z.string(),
  premises: KeptPremises,
  category: z.enum(CATEGORY_IDS),
  danger: Danger.pick({ hazard: true, words: true }).nullable().describe("What it tells of if the category does not"),
  everyoneOutside: z.boolean().nullable(),
  anyoneUnwell: z.boolean().nullable(),
  customer: z.object({ name: z.string(), phone: z.string() }),
  createdAt: Instant,
  description: z
    .string()
    .describe(`What its customer wrote, up to ${MOST_WORDS} characters; the rest is at \`GET /requests/{id}\``),
  added: z
    .string()
    .nullable()
    .describe("What its customer has added, as with the emergency itself, and as long as the description at most"),
})
export type JoinedReport = z.infer<typeof JoinedReport>

export const Around = z
  .object({
    label: z.string().describe("The street, or the postcode if the streets differ"),
    reports: z.int().describe("How many open emergencies there are, this one included"),
    ids: z.array(KeptId).describe("IDs of those that you may take together, oldest first"),
    versions: z.array(Version).describe("The versions of these, in the same order"),
  })
  .describe("Open emergencies in the same street or postcode, reported within 3 hours of one another")
export type Around = z.infer<typeof Around>

/** Fields that tell of the other reports of an emergency. */
export const REPORTS = {
  reportedAgain: z
    .int()
    .describe(`How often it was reported again. ${MOST_COUNTED + 1} if it was more than ${MOST_COUNTED} times`),
  reports: z.array(JoinedReport).describe("The latest of these reports, which are handled with it"),
  around: Around.nullable().describe("Null if it is the only one around there"),
}

export type Reports = z.infer<z.ZodObject<typeof REPORTS>>

export const ReportsPart = z.object({
  id: Id,
  before: Id.optional().describe("The `earlier` value of the part before"),
  limit: z.number("Enter a number of reports").int().min(1).max(100).default(20),
})
export type ReportsPart = z.infer<typeof ReportsPart>

export const PartOfReports = z.object({
  ...REPORTS,
  earlier: z.string().nullable().describe("Send as `before` to get the reports before these. Null if there are none"),
})
export type PartOfReports = z.infer<typeof PartOfReports>

export const Together = z.object({
  ids: z
    .array(Id)
    .min(1, "Choose at least one emergency")
    .max(MOST_TOGETHER, `Choose at most ${MOST_TOGETHER} emergencies`)
    .describe("IDs of the requests"),
  versions: z
    .array(Version)
    .max(MOST_TOGETHER)
    .optional()
    .describe("The versions you saw, in the order of `ids`. Without them, whatever was added counts as seen"),
})

export const TakenTogether = z.object({
  taken: z.array(KeptId).describe("IDs of the requests that are yours now"),
  left: z
    .array(z.object({ id: KeptId, reason: z.string() }))
    .describe("The others, such as those that another person has acknowledged"),
})
