import { z } from "zod"
import { PRIORITIES } from "@/lib/model/category"
import { EXCLUSION_REASONS } from "@/lib/model/decision"
import { NamedPerson } from "@/lib/model/person"
import { STRATEGY_NAMES } from "@/lib/model/strategy"
import { Instant } from "@/lib/model/text"

const WeighedCandidate = z.object({
  person: NamedPerson,
  open: z.number().int().describe("Open requests at that moment"),
  weight: z.number().int().describe("Open requests at that moment, each weighted by its priority"),
  emergencies: z.number().int(),
  capacity: z.number().int(),
  level: z.number().int(),
  onCall: z.boolean().describe("Off shift, but on call for an emergency"),
})
export type WeighedCandidate = z.infer<typeof WeighedCandidate>

export const DecisionSeen = z.object({
  at: Instant,
  priority: z
    .enum(PRIORITIES)
    .describe(
      "An emergency is assigned to the person with the fewest emergencies, on shift before on call, then by skill level; the strategy decides between equals",
    ),
  strategy: z.enum(STRATEGY_NAMES),
  required: z.number().int().describe("The minimum level required"),
  eligible: z.array(WeighedCandidate).describe("Eligible people, the best twenty in order"),
  behind: z.array(NamedPerson).describe("The other eligible people"),
  out: z
    .array(z.object({ reason: z.enum(EXCLUSION_REASONS), people: z.array(NamedPerson) }))
    .describe("People who were not eligible, by reason"),
  same: z.boolean().describe("Whether replaying the decision gives the same person"),
})
export type DecisionSeen = z.infer<typeof DecisionSeen>

export const Assignment = z.object({
  by: z.enum(["rules", "hand", "ladder", "nobody"]).describe("How the current assignee was chosen"),
  assignee: NamedPerson.nullable(),
  sentence: z.string().describe("Why the request is assigned or unassigned, in one sentence"),
  decision: DecisionSeen.nullable().describe(
    "The data the decision was made on; null when there was no automatic decision or it was not recorded",
  ),
})
export type Assignment = z.infer<typeof Assignment>
