import { z } from "zod"
import { NEEDS } from "@/lib/model/need"
import { Id, Instant, line, Version } from "@/lib/model/text"

const Need = z.enum(NEEDS, "Choose from the list")

export const NeedsChange = z.object({
  needs: z.array(Need).max(NEEDS.length).describe("Replaces all needs that were given before"),
  language: line("a language", { max: 60 }).optional().describe("The language they would rather speak. Left out: none"),
  visitPassword: line("a password", { min: 3, max: 60 })
    .optional()
    .describe("What our engineers say at the door. Left out: none"),
  mayContact: z
    .boolean("Choose whether we may contact you")
    .optional()
    .describe("Whether we may contact them about more than their requests. Left out: it stays as it is"),
  version: Version,
})
export type NeedsChange = z.infer<typeof NeedsChange>

export const NeedsOfCustomer = NeedsChange.extend({ id: Id })

export const Needs = z.object({
  needs: z.array(Need),
  language: z.string().nullable().describe("The language they would rather speak"),
  visitPassword: z
    .string()
    .nullable()
    .describe("What our engineers say at the door. Null if there is none, and for API keys and administrators"),
  toldAt: Instant.nullable().describe("When they last told us, also that there are none. Null if they never have"),
  mayContact: z
    .boolean()
    .nullable()
    .describe("Whether we may contact them about more than their requests. Null if they have not said"),
  mayContactAt: Instant.nullable().describe("When they said so"),
  version: z.number().int().describe("Send the version you saw when you change them"),
})
export type Needs = z.infer<typeof Needs>
