import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { NOTICE_IDS } from "@/lib/model/notice"
import { page } from "@/lib/model/page"
import { Id, Instant, Version } from "@/lib/model/text"

export const Notification = z.object({
  id: Id,
  notice: z.enum(NOTICE_IDS).describe("What it is about"),
  text: z.string().describe("The same in words. It repeats nothing that a person typed"),
  requestId: Id.nullable().describe("Null where it is about an email: see `GET /inbound-mails`"),
  reference: z.string().nullable().describe("Of the request. Null once it is deleted"),
  title: z.string().nullable().describe("Of the request. Null once it is deleted or you may no longer see it"),
  category: z.enum(CATEGORY_IDS).nullable(),
  readAt: Instant.nullable(),
  createdAt: Instant,
})
export type Notification = z.infer<typeof Notification>

const unread = z.int().describe("How many are unread, 100 at most")

export const NotificationList = page(Notification).extend({ unread })

export const NotificationsRead = z.object({
  ids: z.array(Id).min(1).max(100).optional().describe("These only. Left out: all"),
  upTo: Id.optional().describe("The newest one seen, so that none that came since is missed. Left out: all"),
})
export type NotificationsRead = z.infer<typeof NotificationsRead>

export const UnreadCount = z.object({ unread })

const Time = z.string("Enter a time, like 22:00").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time, like 22:00")

const Zone = z
  .string("Enter a time zone, like Europe/London")
  .max(60, "Enter a time zone, like Europe/London")
  .refine(isZone, "Enter a time zone, like Europe/London")

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone })
    // An offset such as +01:00 has no summer time.
    return /^[A-Z]/i.test(timeZone)
  } catch {
    return false
  }
}

const Told = z.array(z.enum(NOTICE_IDS, "Choose from the list")).max(NOTICE_IDS.length)

const Wished = z.object({
  mail: Told.describe("What is sent by email. What is not named is not sent"),
  push: Told.describe("What is shown on devices that you have chosen"),
  quietFrom: Time.optional().describe("When quiet hours begin. Left out with `quietUntil`: none"),
  quietUntil: Time.optional().describe("When quiet hours end. What is not urgent waits until then"),
  digestAt: Time.optional().describe("When a daily summary comes instead of single emails. Left out: no summary"),
  timeZone: Zone.optional().describe("The time zone of these times. Left out: the utility's"),
})

export const NotificationPreferencesChange = Wished.extend({ version: Version }).superRefine(
  ({ quietFrom, quietUntil }, { addIssue }) => {
    if (quietFrom !== undefined && quietFrom === quietUntil)
      return addIssue({ code: "custom", path: ["quietUntil"], message: "Enter an end that is not the beginning" })
    if ((quietFrom === undefined) === (quietUntil === undefined)) return
    const path = [quietFrom === undefined ? "quietFrom" : "quietUntil"]
    addIssue({ code: "custom", path, message: "Enter when quiet hours begin and when they end, or neither" })
  },
)
export type NotificationPreferencesChange = z.infer<typeof NotificationPreferencesChange>

export const NotificationPreferences = z.object({
  mail: Told.describe("What is sent by email"),
  push: Told.describe("What is shown on devices that you have chosen"),
  always: Told.describe("What is sent immediately, whatever is chosen here: emergencies"),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  digestAt: z.string().nullable(),
  timeZone: z.string(),
  version: z.int().describe("Send the version you saw when you change them"),
})
export type NotificationPreferences = z.infer<typeof NotificationPreferences>
