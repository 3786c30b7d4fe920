import { isDeepStrictEqual } from "node:util"
import type { Category } from "@/lib/model/category"
import { AppError } from "@/lib/model/errors"
import type { Level, Levels } from "@/lib/model/level"
import type { MEMBER_ROLES, MEMBER_STATES } from "@/lib/model/role"
import type { Member } from "./member"

/** The fields of a member of staff that an administrator may change. */
export interface MemberChange {
  role?: (typeof MEMBER_ROLES)[number]
  state?: (typeof MEMBER_STATES)[number]
  /** Empty for none. */
  team?: string | null
  capacity?: number
  categories?: Category[]
  /** Levels of some of their categories; the others keep theirs. */
  levels?: Levels
  /** Beginnings of postcodes. */
  areas?: string[]
}

/**
 * Returns those wanted values that differ from what is kept, in the form in which they will be kept. A form sends every
 * field, but only what changed belongs in the audit log.
 * @throws AppError `invalid` for a level of a category that they cannot do.
 */
export function changesIn(found: Member, { team, ...wanted }: MemberChange): MemberChange {
  const levels = (wanted.categories || wanted.levels) && levelsOf(found, wanted)
  const kept: MemberChange = { ...wanted, levels, ...(team !== undefined && { team: team || null }) }
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && !isDeepStrictEqual(value, found[name as keyof MemberChange])
  return Object.fromEntries(Object.entries(kept).filter(differs))
}

/** Levels as they are kept: only of categories that the member can do, and only those above the lowest. */
function levelsOf(found: Member, { categories = found.categories, levels = {} }: MemberChange): Levels {
  const foreign = Object.keys(levels).find((category) => !categories.includes(category as Category))
  if (foreign) {
    const message = "Choose levels only for categories this person is qualified for"
    throw new AppError("invalid", message, { fields: { [`levels.${foreign}`]: message } })
  }
  const given = Object.entries({ ...found.levels, ...levels }) as [Category, Level][]
  return Object.fromEntries(given.filter(([category, level]) => level > 1 && categories.includes(category)))
}
