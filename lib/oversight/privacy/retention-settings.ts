import { z } from "zod"

const Days = z
  .number("Enter a number of days")
  .int("Enter whole days")
  .min(1, "Enter at least 1 day")
  .max(3650, "Enter 3,650 days (10 years) or fewer")

const Months = z
  .number("Enter a number of months")
  .int("Enter whole months")
  .min(1, "Enter at least 1 month")
  .max(600, "Enter 600 months (50 years) or fewer")

/** For how long administrators have data kept. What is optional is kept for good unless a time is set. */
export const Retention = z.object({
  sessionDays: Days.describe("Sessions, counted from their end"),
  mailDays: Days.describe("Emails kept here instead of being sent"),
  draftDays: Days.describe("Unsent requests, messages and notes, counted from the last change"),
  invitationDays: Days.optional().describe("Used, revoked and expired invitations"),
  deadJobDays: Days.describe("Jobs that failed after their last attempt"),
  closedRequestMonths: Months.optional().describe(
    "Titles, descriptions, notes, addresses and attachments of closed and cancelled requests, counted from their last change",
  ),
  eventAddressMonths: Months.optional().describe("Network addresses in the timelines of requests"),
})
export type Retention = z.infer<typeof Retention>

export const DEFAULT_RETENTION: Retention = { sessionDays: 30, mailDays: 30, draftDays: 30, deadJobDays: 30 }
