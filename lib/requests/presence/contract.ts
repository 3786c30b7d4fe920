import { z } from "zod"
import { NamedPerson } from "@/lib/model/person"
import { DOINGS } from "@/lib/model/presence"
import { Id } from "@/lib/model/text"

export const PresenceToSet = z.object({
  id: Id,
  doing: z
    .enum([...DOINGS, "gone"], "Choose what you are doing")
    .describe(
      "`typing` is writing a reply or a note. `gone` says goodbye, so that nobody has to wait for your silence",
    ),
  page: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .default(0)
    .describe("A number that you choose for each of your windows, so that leaving one does not end the others"),
  turn: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .describe("A number that grows with each call of a window: one that arrives after a later one changes nothing"),
})
export type PresenceToSet = z.output<typeof PresenceToSet>

export const PresentPerson = NamedPerson.extend({ doing: z.enum(DOINGS) })
export type PresentPerson = z.output<typeof PresentPerson>

export const PresentPeople = z.object({ items: z.array(PresentPerson) })

/** The data of a `presence` message: everyone else who is there now. */
export interface PresenceNews {
  requestId: string
  items: PresentPerson[]
}
