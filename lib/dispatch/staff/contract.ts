import { z } from "zod"
import { DutyNow } from "@/lib/dispatch/rosters/contract"
import { CATEGORY_IDS } from "@/lib/model/category"
import { LEVELS, LevelGiven } from "@/lib/model/level"
import { ACCOUNT_STATES, MEMBER_ROLES, MEMBER_STATES, ROLES } from "@/lib/model/role"
import { Id, line, Version } from "@/lib/model/text"
import { Areas } from "./areas"

export const Availability = z.object({
  available: z.boolean("Choose whether you are available"),
  openRequests: z.number().int(),
  capacity: z.number().int(),
  categories: z.array(z.enum(CATEGORY_IDS)),
  duty: DutyNow,
})

export type Availability = z.infer<typeof Availability>

export const StaffMember = Availability.extend({
  id: Id,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  levels: z.partialRecord(z.enum(CATEGORY_IDS), z.literal([...LEVELS])).describe("1 for categories not listed"),
  areas: z.array(z.string()).describe("Starts of postcodes; empty for everywhere"),
  team: z.string().nullable().describe("The person's team, in the utility's own words"),
  version: z.number().int(),
})

export type StaffMember = z.infer<typeof StaffMember>

export const TeamName = line("a team", { min: 0, max: 60 })

export const StaffChange = z.object({
  id: Id,
  role: z.enum(MEMBER_ROLES, "Choose support staff, supervisor or administrator").optional(),
  state: z.enum(MEMBER_STATES, "Choose active, waiting or disabled").optional(),
  team: TeamName.optional().describe("Empty for none"),
  capacity: z
    .int("Capacity must be a whole number, such as 20")
    .min(0, "Capacity must be 0 or more")
    .max(10_000, "Capacity must be 10,000 or fewer")
    .optional(),
  categories: z.array(z.enum(CATEGORY_IDS, "Choose from the list")).optional(),
  levels: z
    .partialRecord(z.enum(CATEGORY_IDS), LevelGiven)
    .optional()
    .describe("Levels from 1 to 3 for some of their categories; the others keep theirs"),
  areas: Areas.optional().describe("Starts of postcodes, such as LS or M1; empty for everywhere"),
  version: Version.optional().describe("Give the version you saw to change nothing you have not seen"),
})
