import { z } from "zod"
import { KeptPremises, Premises } from "@/lib/model/premises"
import { PREMISES_ROLES } from "@/lib/model/premises-role"
import { Id, Instant, KeptId, Version } from "@/lib/model/text"

export const Home = z.object({
  id: KeptId,
  premisesId: KeptId.describe("The ID of the record of the premises, see `GET /premises/{id}`"),
  premises: KeptPremises,
  role: z.enum(PREMISES_ROLES).describe("What the customer is to these premises"),
  main: z.boolean().describe("Whether it is the address in their profile"),
  since: Instant.describe("Since when, as far as we were told"),
  until: Instant.nullable().describe("Null while it is theirs"),
  version: z.number().int().describe("Send the version you saw when you change it"),
})
export type Home = z.infer<typeof Home>

const HomeRole = z.enum(PREMISES_ROLES, "Choose what you are to this home")

/** A day that has begun everywhere. */
const Since = z.iso
  .date("Enter a date, like 2026-11-29")
  .refine((day) => Date.parse(day) <= Date.now() && Date.parse(day) > Date.UTC(1900), "Enter a date in the past")
  .optional()
  .describe("The day since which it has been theirs. Today if you leave it out")

export const HomeToAdd = z.object({ premises: Premises, role: HomeRole, since: Since })
export type HomeToAdd = z.infer<typeof HomeToAdd>

export const HomeChange = z.object({
  id: Id,
  role: HomeRole,
  since: Since.describe("The day since which it has been theirs. It stays as it is if you leave it out"),
  version: Version,
})
export type HomeChange = z.infer<typeof HomeChange>

export const MainHome = z.object({ id: Id, version: Version })
