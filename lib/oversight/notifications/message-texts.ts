import type { NoticeId } from "@/lib/model/notice"

/** An email as a pattern: paragraphs with an empty line between them, and names in braces for what differs. */
export interface MessagePattern {
  subject: string
  body: string
}

interface NoticeText extends MessagePattern {
  /** One line, for the list of notifications and for devices. It repeats nothing that a person typed. */
  line: string
}

/** What a pattern may name, and what stands there in the preview. */
export const MESSAGE_PLACEHOLDERS = {
  reference: { what: "The reference of the request", sample: "GR-7K3M-9Q2F" },
  category: { what: "What the request is about", sample: "Meter fault" },
  utility: { what: "The name of the utility", sample: "" },
  link: { what: "The address of the request’s page, as a paragraph of its own", sample: "" },
  emergency_phone: { what: "The emergency number", sample: "" },
  assignment: { what: "Who is dealing with it, as a sentence", sample: "Grace Lindqvist is dealing with it." },
  promise: {
    what: "What we promise and by when, as a sentence; empty when there is nothing to promise",
    sample: "We will contact you by 11:04 today and aim to fix it by 14:49 today.",
  },
  place: { what: "Where an emergency is, for staff", sample: "12 Mill Lane, Leeds, LS1 4AB" },
  received: { what: "When an emergency was received, for staff", sample: "11:04 today, 3 minutes ago" },
  note: {
    what: "What staff wrote with the change, as a paragraph of its own; left out when they wrote nothing",
    sample: "Please send us a photo of the display.",
  },
} as const
export type MessagePlaceholder = keyof typeof MESSAGE_PLACEHOLDERS

const desk = (subject: string, sentence: string, line: string): NoticeText => ({
  line,
  subject: `${subject}: {reference}, {category}`,
  body: `${sentence}\n\n{link}`,
})

/** Every text about what happens to requests, in one place. Administrators may put others in the place of subject and body. */
export const NOTICE_TEXTS: Record<NoticeId, NoticeText> = {
  received_emergency: {
    line: "We have your emergency report",
    subject: "Emergency {reference}: we have your report",
    body: "We have your report. If you have not called us yet, leave the building and call {emergency_phone} now.\n\nStay outside, in fresh air. Do not use switches, flames or a phone indoors.\n\n{assignment}\n\n{link}",
  },
  received: {
    line: "We have your request",
    subject: "We have your request {reference}",
    body: "Thank you. We have your request {reference}, {category}.\n\n{promise}\n\n{assignment} We will email you when something changes. You can follow progress here:\n\n{link}\n\nIf you smell gas or a carbon monoxide alarm sounds, do not wait for us to answer. Leave the building and call {emergency_phone}.",
  },
  assigned: {
    line: "Someone is dealing with your request",
    subject: "Your request {reference} is assigned",
    body: "{assignment}\n\n{promise}\n\nYou can follow progress here:\n\n{link}",
  },
  started: {
    line: "Work on your request has started",
    subject: "Work on your request {reference} has started",
    body: "We have started work on your request {reference}, {category}.\n\n{note}\n\n{promise}\n\nYou can follow progress here:\n\n{link}",
  },
  on_hold_for_you: {
    line: "We need something from you to continue",
    subject: "We need something from you: {reference}",
    body: "We cannot continue with your request {reference}, {category}, until we hear from you.\n\n{note}\n\nOpen your request to answer:\n\n{link}",
  },
  on_hold: {
    line: "Your request has to wait",
    subject: "Your request {reference} has to wait",
    body: "We cannot continue with your request {reference}, {category}, at the moment. You do not need to do anything.\n\n{note}\n\nYou can follow progress here:\n\n{link}",
  },
  resolved: {
    line: "Your request is resolved. Is it fixed?",
    subject: "Is it fixed? Your request {reference} is resolved",
    body: "We have resolved your request {reference}, {category}.\n\n{note}\n\nIs it fixed? If it is not, tell us on the request’s page:\n\n{link}",
  },
  reopened: {
    line: "Your request is open again",
    subject: "Your request {reference} is open again",
    body: "We are working on your request {reference}, {category}, again.\n\n{note}\n\n{promise}\n\nYou can follow progress here:\n\n{link}",
  },
  message: {
    line: "Message about your request",
    subject: "Message about your request {reference}",
    body: "We have written to you about your request {reference}, {category}.\n\n{note}\n\nYou can answer here:\n\n{link}",
  },
  promise_renewed: {
    line: "Your request takes longer than we said",
    subject: "Your request {reference} takes longer than we said",
    body: "We are sorry: your request {reference}, {category}, takes longer than we said.\n\n{promise}\n\nYou can follow progress here:\n\n{link}",
  },
  closed: {
    line: "Your request is closed",
    subject: "Your request {reference} is closed",
    body: "Your request {reference}, {category}, is closed. You do not need to do anything.\n\n{note}\n\nYou can read it again here:\n\n{link}",
  },
  cancelled: {
    line: "Your request is cancelled",
    subject: "Your request {reference} is cancelled",
    body: "Your request {reference}, {category}, is cancelled.\n\n{note}\n\nYou can read it here, and send a new one if you still need us:\n\n{link}",
  },
  emergency_offered: {
    line: "Emergency: acknowledge it now",
    subject: "Emergency {reference}, {category}: acknowledge it now",
    body: "This emergency is offered to you. Acknowledge it now, or it goes to the next person. Then call the customer.\n\n{category} at {place}\n\nReceived {received}\n\n{link}",
  },
  assigned_to_you: desk("Assigned to you", "This request is assigned to you.", "Assigned to you"),
  taken_from_you: {
    line: "No longer assigned to you",
    subject: "No longer assigned to you: {reference}, {category}",
    body: "This request is no longer assigned to you. You do not need to do anything.",
  },
  details_added: desk(
    "The customer has written",
    "The customer has written or corrected something.",
    "The customer has written",
  ),
  note_added: desk("Note", "A colleague has written a note.", "Note by a colleague"),
  reopened_by_customer: desk(
    "Not fixed",
    "The customer says that it is not fixed. Work on this request goes on.",
    "Not fixed, says the customer",
  ),
  mentioned: desk("You are mentioned", "A colleague has mentioned you in a note.", "A colleague mentioned you"),
  rated: desk("Rating", "The customer has given a rating.", "The customer gave a rating"),
  status_changed: desk("Status changed", "Someone else has changed the status.", "Status changed by someone else"),
  priority_changed: desk("Priority changed", "The priority of this request has changed.", "Priority changed"),
  reported_again: desk("Reported again", "This emergency has been reported again.", "Reported again"),
  due_soon: desk("Deadline approaching", "A deadline of this request is approaching.", "Deadline approaching"),
  overdue: desk("Overdue", "This request has missed a deadline.", "Overdue"),
  deleted: {
    line: "Deleted by its customer",
    subject: "Deleted by its customer: {reference}",
    body: "The customer has deleted this request. You do not need to do anything.",
  },
  emergency_unanswered: desk(
    "Emergency not acknowledged",
    "No one has acknowledged this emergency, {category} at {place}. Received {received}. Acknowledge it now.",
    "Emergency not acknowledged",
  ),
  dangerous_email: {
    line: "An email may report a danger",
    subject: "An email may report a danger: read it now",
    body: "We could not add an email to a request. This email may report a danger. Read it now. If you can, call the sender.\n\n{link}",
  },
  proposed: desk(
    "Colleague proposed",
    "The assignee has proposed a colleague for this request.",
    "A colleague is proposed",
  ),
  overdue_team: desk("Overdue in the team", "A request of the team has missed a deadline.", "Overdue in the team"),
  queue_grows: desk(
    "More requests wait to be assigned",
    "More requests wait to be assigned. The last one:",
    "More requests wait to be assigned",
  ),
}

const NAMED = /\{([^{}]*)\}/g

/** The names in braces in a pattern. */
export const namesIn = (pattern: string): string[] => [...pattern.matchAll(NAMED)].map(([, name = ""]) => name)

/** What stands in the places of the names. */
export type MessageValues = Partial<Record<MessagePlaceholder, string>>

/** A line of a pattern with its names filled in; runs of spaces that empty ones leave are closed. */
export const fillIn = (pattern: string, values: MessageValues): string =>
  pattern
    .replace(NAMED, (_, name: MessagePlaceholder) => values[name] ?? "")
    .replace(/ {2,}/g, " ")
    .trim()
