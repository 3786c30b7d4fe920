import { z } from "zod"
import { STRATEGY_LABELS } from "@/lib/dispatch/assignment/strategy-words"
import { CATEGORY_IDS } from "@/lib/model/category"
import { LevelGiven } from "@/lib/model/level"
import { STRATEGY_NAMES } from "@/lib/model/strategy"

const Category = z.enum(CATEGORY_IDS)
const Strategy = z
  .enum(STRATEGY_NAMES, "Choose how requests are assigned")
  .describe(STRATEGY_NAMES.map((name) => `\`${name}\`: ${STRATEGY_LABELS[name].hint}`).join(". "))

export const AssignmentRules = z.object({
  strategy: Strategy,
  strategies: z.partialRecord(Category, Strategy).default({}).describe("A different strategy for these categories"),
  levels: z
    .partialRecord(Category, LevelGiven)
    .default({})
    .describe("The minimum skill level per category; 1 by default"),
})

export type AssignmentRules = z.infer<typeof AssignmentRules>

/** The rules of assignment until an administrator chooses others. */
export const DEFAULT_ASSIGNMENT: AssignmentRules = { strategy: "skilled", strategies: {}, levels: {} }
