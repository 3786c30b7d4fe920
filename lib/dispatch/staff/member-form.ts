import { z } from "zod"
import { CATEGORY_IDS, type Category } from "@/lib/model/category"
import { LevelGiven, type Levels } from "@/lib/model/level"
import { AreasTyped } from "./areas"
import { StaffChange, Team } from "./contract"

/** What a choice of level says besides the levels: that somebody is not qualified at all. */
export const UNSKILLED = "0"

/** A form shows everything there is to change, so that what is left empty is meant to be. */
export const MemberForm = StaffChange.omit({ categories: true, levels: true }).extend({
  team: Team.default(""),
  areas: AreasTyped,
  skills: z.partialRecord(
    z.enum(CATEGORY_IDS),
    z.literal(UNSKILLED).or(LevelGiven),
    "Choose a level for each category",
  ),
})

/** The same as the rest of the system says it: a category is there or not, and has a level if it is. */
export function changeOf({ skills, ...rest }: z.output<typeof MemberForm>) {
  const able = Object.entries(skills).filter(([, level]) => level !== UNSKILLED)
  const levels = Object.fromEntries(able) as Levels
  return { ...rest, categories: Object.keys(levels) as Category[], levels }
}
