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
  required: z.number().int().describe("The lowest level that would have done"),
  eligible: z.array(WeighedCandidate).describe("Those who could be given it, the best twenty in order"),
  behind: z.array(NamedPerson).describe("The others who could be given it"),
  out: z
    .array(z.object({ reason: z.enum(EXCLUSION_REASONS), people: z.array(NamedPerson) }))
    .describe("Everybody else, and why not"),
  same: z.boolean().describe("Whether weighing it again gives the same person"),
})
export type DecisionSeen = z.infer<typeof DecisionSeen>

export const Assignment = z.object({
  by: z.enum(["rules", "hand", "ladder", "nobody"]).describe("What decided who has the request now"),
  assignee: NamedPerson.nullable(),
  sentence: z.string().describe("Why it is with whom, or with nobody"),
  decision: DecisionSeen.nullable().describe("What was weighed; null where nothing was, or where it was not kept"),
})
export type Assignment = z.infer<typeof Assignment>
