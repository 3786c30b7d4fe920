import { z } from "zod"
import { NamedPerson } from "@/lib/model/person"
import { KEY_REACHES, SCOPES } from "@/lib/model/scope"
import { Id, Instant, KeptId, line } from "@/lib/model/text"

export const MAX_CUSTOMERS = 100

/** An active key works; an expired or revoked one does not. */
export const KEY_STATES = ["active", "expired", "revoked"] as const

export const ApiKey = z.object({
  id: KeptId,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  reach: z.enum(KEY_REACHES).describe("For the whole utility, or for the customers named"),
  customers: z.array(NamedPerson.extend({ email: z.string() })),
  state: z.enum(KEY_STATES),
  createdBy: NamedPerson,
  createdAt: Instant,
  expiresAt: Instant.nullable().describe("Null when it does not expire"),
  lastUsedAt: Instant.nullable().describe("To within five minutes"),
  previousEndsAt: Instant.nullable().describe("Until when the secret before the last roll is good as well"),
  revokedAt: Instant.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const NewSecret = ApiKey.extend({ secret: z.string().describe("Shown this once; only its hash is kept") })

export const KeyToMake = z.object({
  name: line("a name", { max: 100, missing: "Enter who will use the key" }),
  scopes: z
    .array(z.enum(SCOPES, "Choose from the list"), "Choose what the key may do")
    .min(1, "Choose what the key may do")
    .max(SCOPES.length, "Choose each once"),
  reach: z.enum(KEY_REACHES, "Choose for whom the key acts"),
  customers: z
    .array(line("an e-mail address", { max: 254 }))
    .max(MAX_CUSTOMERS, `Name ${MAX_CUSTOMERS} customers or fewer`)
    .optional()
    .describe("Their e-mail addresses, for a key that acts for named customers"),
  expiresInDays: z
    .int("Say after how many days the key expires")
    .min(1, "A key lasts a day at least")
    .max(3650, "A key lasts 3,650 days at most")
    .optional()
    .describe("Absent for a key that does not expire"),
})
export type KeyToMake = z.infer<typeof KeyToMake>

/** The input of the form, where all email addresses are pasted into one field and errors belong to that field. */
export const KeyForm = KeyToMake.extend({
  customers: z
    .string()
    .max(30_000, `Name ${MAX_CUSTOMERS} customers or fewer`)
    .transform((text, context) => {
      const { data, error } = KeyToMake.shape.customers.safeParse(text.split(/[\s,;]+/).filter(Boolean))
      for (const { message } of error?.issues ?? []) context.addIssue(message)
      return data
    })
    .optional(),
})

export const Roll = z.object({
  id: Id,
  overlapHours: z
    .int("Say for how many hours the old secret stays good")
    .min(0, "Give 0 hours or more")
    .max(720, "The old secret stays good for 720 hours at most")
    .default(24)
    .describe("How long the old secret stays good; 0 ends it at once, and any before it"),
})
export type Roll = z.infer<typeof Roll>

export const CurrentKey = ApiKey.pick({ id: true, name: true, scopes: true, reach: true, expiresAt: true }).extend({
  customers: z.array(NamedPerson),
})
