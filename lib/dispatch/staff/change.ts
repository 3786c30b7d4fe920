import { isDeepStrictEqual } from "node:util"
import type { Category } from "@/lib/model/category"
import { AppError } from "@/lib/model/errors"
import type { Level, Levels } from "@/lib/model/level"
import type { MEMBER_ROLES, MEMBER_STATES } from "@/lib/model/role"
import type { Member } from "./member"

/** What an administrator may change of a member of staff. */
export interface StaffChange {
  role?: (typeof MEMBER_ROLES)[number]
  state?: (typeof MEMBER_STATES)[number]
  /** Empty for none. */
  team?: string | null
  capacity?: number
  categories?: Category[]
  /** Of some of these categories; others keep theirs. */
  levels?: Levels
  /** Beginnings of postcodes. */
  areas?: string[]
}

/** What of the wanted is not so already, as it will be kept. A form sends everything, and the log wants what changed. */
export function changesOf(found: Member, { team, ...wanted }: StaffChange): StaffChange {
  const levels = (wanted.categories || wanted.levels) && levelsOf(found, wanted)
  const kept: StaffChange = { ...wanted, levels, ...(team !== undefined && { team: team || null }) }
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && !isDeepStrictEqual(value, found[name as keyof StaffChange])
  return Object.fromEntries(Object.entries(kept).filter(differs))
}

/** Levels as they are kept: none of what somebody cannot do, and only those that say more than that they can. */
function levelsOf(found: Member, { categories = found.categories, levels = {} }: StaffChange): Levels {
  const foreign = Object.keys(levels).find((category) => !categories.includes(category as Category))
  if (foreign) {
    const message = "Choose levels only for categories this person is qualified for"
    throw new AppError("invalid", message, { fields: { [`levels.${foreign}`]: message } })
  }
  const given = Object.entries({ ...found.levels, ...levels }) as [Category, Level][]
  return Object.fromEntries(given.filter(([category, level]) => level > 1 && categories.includes(category)))
}
