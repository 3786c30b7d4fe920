/** How people are told of something beside the list of notifications, which shows everything. */
export const NOTICE_CHANNELS = ["mail", "push"] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/**
 * Whether a channel tells of a notice: `on` and `off` until somebody chooses otherwise, `always` where nobody can choose,
 * `elsewhere` where other emails tell of the same already.
 */
export type NoticeDefault = "on" | "off" | "always" | "elsewhere"

interface NoticeRow {
  /** What it is about, as the person who gets it chooses by. */
  name: string
  /** Whose requests it is about: those of a customer, those that somebody works on, or everybody's. */
  for: "customer" | "staff" | "supervisor"
  mail: NoticeDefault
  push: NoticeDefault
}

/** All that people are told of. What each says stands in lib/oversight/notifications/message-texts.ts. */
export const NOTICES = {
  received_emergency: { name: "Emergency received", for: "customer", mail: "always", push: "off" },
  received: { name: "Request received", for: "customer", mail: "on", push: "off" },
  assigned: { name: "Someone is assigned", for: "customer", mail: "on", push: "on" },
  started: { name: "Work starts", for: "customer", mail: "off", push: "on" },
  on_hold_for_you: { name: "We need something from you", for: "customer", mail: "on", push: "on" },
  on_hold: { name: "Work has to wait", for: "customer", mail: "off", push: "on" },
  resolved: { name: "Request resolved", for: "customer", mail: "on", push: "on" },
  reopened: { name: "Request reopened", for: "customer", mail: "on", push: "on" },
  message: { name: "Message from us", for: "customer", mail: "on", push: "on" },
  promise_renewed: { name: "New time for your request", for: "customer", mail: "on", push: "on" },
  closed: { name: "Request closed", for: "customer", mail: "on", push: "off" },
  cancelled: { name: "Request cancelled", for: "customer", mail: "on", push: "on" },
  emergency_offered: { name: "Emergency offered to you", for: "staff", mail: "always", push: "always" },
  assigned_to_you: { name: "Request assigned to you", for: "staff", mail: "off", push: "on" },
  taken_from_you: { name: "Request no longer yours", for: "staff", mail: "off", push: "off" },
  details_added: { name: "Customer writes or corrects", for: "staff", mail: "off", push: "on" },
  note_added: { name: "Colleague writes a note", for: "staff", mail: "off", push: "on" },
  reopened_by_customer: { name: "Customer says that it is not fixed", for: "staff", mail: "off", push: "on" },
  mentioned: { name: "Colleague mentions you", for: "staff", mail: "on", push: "on" },
  rated: { name: "Customer gives a rating", for: "staff", mail: "off", push: "off" },
  status_changed: { name: "Someone else changes the status", for: "staff", mail: "off", push: "off" },
  priority_changed: { name: "Priority changed", for: "staff", mail: "off", push: "on" },
  reported_again: { name: "Emergency reported again", for: "staff", mail: "off", push: "on" },
  due_soon: { name: "Deadline approaching", for: "staff", mail: "off", push: "on" },
  overdue: { name: "Deadline missed", for: "staff", mail: "off", push: "on" },
  deleted: { name: "Request deleted by its customer", for: "staff", mail: "off", push: "off" },
  emergency_unanswered: {
    name: "Emergency not acknowledged",
    for: "supervisor",
    mail: "elsewhere",
    push: "always",
  },
  dangerous_email: { name: "Email may report a danger", for: "supervisor", mail: "always", push: "always" },
  proposed: { name: "Colleague proposed for a request", for: "supervisor", mail: "off", push: "on" },
  overdue_team: { name: "Deadline missed in the team", for: "supervisor", mail: "elsewhere", push: "off" },
  queue_grows: { name: "More requests wait to be assigned", for: "supervisor", mail: "off", push: "on" },
} as const satisfies Record<string, NoticeRow>

export type NoticeId = keyof typeof NOTICES
export const NOTICE_IDS = Object.keys(NOTICES) as [NoticeId, ...NoticeId[]]

/** Emergencies do not wait for quiet hours, a daily summary or anybody's choice. */
export const isNecessary = (notice: NoticeId): boolean =>
  NOTICE_CHANNELS.some((channel) => NOTICES[notice][channel] === "always")

/** What may come several times within minutes. One email tells of all that waits about one request. */
export const GATHERED: readonly NoticeId[] = ["message", "details_added", "mentioned"]
export const isGathered = (notice: NoticeId): boolean => GATHERED.includes(notice)

/** What customers are told of a change. One email tells of it and of the message that was sent with it. */
export const TOLD_TOGETHER: readonly NoticeId[] = [
  "message",
  "started",
  "on_hold_for_you",
  "on_hold",
  "resolved",
  "closed",
  "cancelled",
]

/** What somebody has chosen for a notice, as far as it is not the default. */
export type NoticeChoices = Partial<Record<NoticeId, Partial<Record<NoticeChannel, boolean>>>>

/** Whether a channel tells somebody of a notice. */
export function isTold(notice: NoticeId, channel: NoticeChannel, choices: NoticeChoices): boolean {
  const preset: NoticeDefault = NOTICES[notice][channel]
  if (preset === "always" || preset === "elsewhere") return preset === "always"
  return choices[notice]?.[channel] ?? preset === "on"
}
