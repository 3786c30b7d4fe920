import { z } from "zod"
import { HAZARDS } from "@/lib/model/hazard"
import { STATUSES } from "@/lib/model/status"
import { Id, Instant } from "@/lib/model/text"
import { ReportStep } from "@/lib/requests/drafts/contract"

/** The answers about danger that can be reported without an account. */
export const REPORTABLE = ["gas_smell", "co_alarm", "pipe_hit"] as const

export const EmergencyReport = ReportStep.extend({
  safetyCheck: z.enum(REPORTABLE, "Choose what is happening"),
})
export type EmergencyReport = z.infer<typeof EmergencyReport>

/** The form on the page: its token says which form was sent, so that the same is reported once. */
export const SentReport = EmergencyReport.extend({ form: Id.optional() })

export const ReportReceipt = z.object({
  reference: z.string().describe("The reference to quote, such as GR-7K3M-9Q2F"),
  emergencyPhone: z.string().describe("Call it first: the report only adds to the call"),
  statusPath: z
    .string()
    .describe("The path of a page that shows whether someone has confirmed. Anyone with the link can see this"),
})
export type ReportReceipt = z.infer<typeof ReportReceipt>

export const ReportStatus = z.object({
  reference: z.string(),
  hazard: z.enum(HAZARDS),
  status: z.enum(STATUSES),
  confirmedAt: Instant.nullable(),
  alerted: z.boolean().nullable(),
  note: z.string().nullable().describe("What staff wrote when they ended it"),
  added: z.array(z.object({ details: z.string(), at: Instant })).describe("What its reporter has added, oldest first"),
})
export type ReportStatus = z.infer<typeof ReportStatus>
