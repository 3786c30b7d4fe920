import { z } from "zod"
import { AUDIT_ACTIONS, SUBJECT_TYPES } from "@/lib/model/audit-action"
import { EVENT_KINDS } from "@/lib/model/event"
import { Id, Instant, KeptId, line } from "@/lib/model/text"

/** Everything that can stand in the log. */
export const ACTIONS = [...AUDIT_ACTIONS, ...EVENT_KINDS.map((kind) => `request.${kind}` as const)]
export type LoggedAction = (typeof ACTIONS)[number]

const Day = z.iso
  .date("Enter a date, like 2026-03-27")
  .refine((day) => day >= "1970-01-01", "Enter a date after 1969")
  .describe("A day in the utility's time zone")

export const AuditFilter = z.object({
  action: z.enum(ACTIONS, "Choose from the list").optional(),
  subjectType: z.enum(SUBJECT_TYPES, "Choose from the list").optional(),
  subjectId: line("an id", { max: 100 }).optional(),
  actorId: Id.optional(),
  apiKeyId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditEntry = z.object({
  id: z.number().int(),
  createdAt: Instant,
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectName: z.string().nullable().describe("What the subject is called now, or its reference"),
  actorId: KeptId.nullable(),
  apiKeyId: KeptId.nullable().describe("Set instead of the actor when a third party acted with a key"),
  actorName: z.string().nullable().describe("What the actor or the key is called now"),
  address: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  dataNames: z
    .record(z.string(), z.string())
    .describe("What the people and requests whose ids are in `data` are called now, by id"),
})
export type AuditEntry = z.infer<typeof AuditEntry>
