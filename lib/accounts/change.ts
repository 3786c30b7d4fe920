import { isDeepStrictEqual } from "node:util"
import type { Category } from "@/lib/requests/category"
import type { Member } from "./member"
import type { MEMBER_ROLES, MEMBER_STATES } from "./role"

/** What an administrator may change of a member of staff. */
export interface StaffChange {
  role?: (typeof MEMBER_ROLES)[number]
  state?: (typeof MEMBER_STATES)[number]
  /** Empty for none. */
  team?: string | null
  capacity?: number
  categories?: Category[]
}

/** What of the wanted is not so already, as it will be kept. A form sends everything, and the log wants what changed. */
export function changesOf(found: Member, { team, ...wanted }: StaffChange): StaffChange {
  const kept: StaffChange = team === undefined ? wanted : { ...wanted, team: team || null }
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && !isDeepStrictEqual(value, found[name as keyof StaffChange])
  return Object.fromEntries(Object.entries(kept).filter(differs))
}
