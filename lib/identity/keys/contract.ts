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
  reach: z.enum(KEY_REACHES).describe("The whole utility, or only the customers named"),
  customers: z.array(NamedPerson.extend({ email: z.string() })),
  state: z.enum(KEY_STATES),
  filingsPerHour: z.int().describe("How many requests it may send in an hour; emergencies are never refused"),
  createdBy: NamedPerson,
  createdAt: Instant,
  expiresAt: Instant.nullable().describe("Null if it does not expire"),
  lastUsedAt: Instant.nullable().describe("Accurate to five minutes"),
  previousEndsAt: Instant.nullable().describe("When the previous secret stops working"),
  revokedAt: Instant.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const NewSecret = ApiKey.extend({ secret: z.string().describe("Shown only once. We keep only its hash") })

export const KeyToMake = z.object({
  name: line("a name", { max: 100, missing: "Enter who will use the key" }),
  scopes: z
    .array(z.enum(SCOPES, "Choose from the list"), "Choose what the key can do")
    .min(1, "Choose what the key can do")
    .max(SCOPES.length, "Choose each once"),
  reach: z.enum(KEY_REACHES, "Choose who the key acts for"),
  customers: z
    .array(line("an email address", { max: 254 }))
    .max(MAX_CUSTOMERS, `Enter ${MAX_CUSTOMERS} customers or fewer`)
    .optional()
    .describe("The customers' email addresses, for a key that acts for named customers"),
  filingsPerHour: z
    .int("Enter the number of requests an hour")
    .min(1, "Enter 1 request or more")
    .max(1_000_000, "Enter 1,000,000 requests or fewer")
    .optional()
    .describe("How many requests it may send in an hour. The default is 600; emergencies are never refused"),
  expiresInDays: z
    .int("Enter the number of days until the key expires")
    .min(1, "A key must last at least 1 day")
    .max(3650, "A key must last 3,650 days or fewer")
    .optional()
    .describe("Leave out for a key that does not expire"),
})
export type KeyToMake = z.infer<typeof KeyToMake>

/** The input of the form, where all email addresses are pasted into one field and errors belong to that field. */
export const KeyFields = KeyToMake.extend({
  customers: z
    .string()
    .max(30_000, `Enter ${MAX_CUSTOMERS} customers or fewer`)
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
    .int("Enter the number of hours the old secret keeps working")
    .min(0, "Enter 0 hours or more")
    .max(720, "Enter 720 hours or fewer")
    .default(24)
    .describe("How long the old secret keeps working. 0 ends it and any earlier secret immediately"),
})
export type Roll = z.infer<typeof Roll>

export const CurrentKey = ApiKey.pick({ id: true, name: true, scopes: true, reach: true, expiresAt: true }).extend({
  customers: z.array(NamedPerson),
})
