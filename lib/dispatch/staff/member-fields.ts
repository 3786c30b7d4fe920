import { z } from "zod"
import { CATEGORY_IDS, type Category } from "@/lib/model/category"
import { LevelGiven, type Levels } from "@/lib/model/level"
import { AreasTyped } from "./areas"
import { StaffChange, TeamName } from "./contract"

/** The choice in a list of levels which says that somebody is not qualified at all. */
export const UNSKILLED = "0"

/** The form shows every field that can be changed, so a field left empty is meant to be empty. */
export const MemberFields = StaffChange.omit({ categories: true, levels: true }).extend({
  team: TeamName.default(""),
  areas: AreasTyped,
  skills: z.partialRecord(
    z.enum(CATEGORY_IDS),
    z.literal(UNSKILLED).or(LevelGiven),
    "Choose a level for each category",
  ),
})

/** Turns the form's skills into categories and levels, as the contract has them. */
export function changeOf({ skills, ...rest }: z.output<typeof MemberFields>) {
  const able = Object.entries(skills).filter(([, level]) => level !== UNSKILLED)
  const levels = Object.fromEntries(able) as Levels
  return { ...rest, categories: Object.keys(levels) as Category[], levels }
}
