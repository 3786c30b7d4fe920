import { sql } from "drizzle-orm"
import { invitations } from "@/db/schema/accounts"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { fileNews } from "@/db/schema/file-news"
import { deliveries, notifications } from "@/db/schema/notifications"
import { presences } from "@/db/schema/presences"
import { mails } from "@/db/schema/records"
import { idempotencyKeys, keptForms, sessions, throttles } from "@/db/schema/sessions"
import { unsentWords } from "@/db/schema/unsent"
import { IS_DEAD_LINK } from "@/lib/identity/mailed-links/mailed-links"
import { IS_ABANDONED_FACTOR } from "@/lib/identity/two-factor/pending-enrolment"
import { deleteInBatches } from "./delete-in-batches"
import { emptyClosedRequests } from "./empty-closed-requests"
import { eraseLeftBehind } from "./erase-left-behind"
import { forgetDeadJobs } from "./forget-dead-jobs"
import { forgetDrafts } from "./forget-drafts"
import { forgetEventAddresses } from "./forget-event-addresses"
import { forgetInboundMails } from "./forget-inbound-mails"
import type { RetentionRule, RetentionSpan } from "./retention-rule"

const days = (count: number | undefined): RetentionSpan | undefined =>
  count === undefined ? undefined : `${count} days`
const months = (count: number | undefined): RetentionSpan | undefined =>
  count === undefined ? undefined : `${count} months`
const beforeSql = (span: RetentionSpan) => sql`now() - ${span}::interval`

/** Everything that is not kept for good: the data, the time and the outcome. No rule touches the open requests of a live account. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    name: "sessions",
    what: "Sessions, after their end",
    outcome: "deleted",
    after: ({ sessionDays }) => days(sessionDays),
    often: "hourly",
    apply: deleteInBatches(sessions, (span) => sql`${sessions.expiresAt} < ${beforeSql(span)}`),
  },
  {
    name: "mails",
    what: "Emails kept here instead of being sent",
    outcome: "deleted",
    after: ({ mailDays }) => days(mailDays),
    often: "hourly",
    apply: deleteInBatches(mails, (span) => sql`${mails.createdAt} < ${beforeSql(span)}`),
  },
  {
    name: "inbound_mails",
    what: "Emails that came in, also those that nobody has dealt with",
    outcome: "deleted",
    after: ({ mailDays }) => days(mailDays),
    often: "hourly",
    apply: forgetInboundMails,
  },
  {
    name: "notifications",
    what: "Notifications, read or not",
    outcome: "deleted",
    after: () => "90 days",
    often: "hourly",
    apply: deleteInBatches(notifications, (span) => sql`${notifications.createdAt} < ${beforeSql(span)}`),
  },
  {
    name: "deliveries",
    what: "What was sent about requests, without its text",
    outcome: "deleted",
    after: () => "90 days",
    often: "hourly",
    apply: deleteInBatches(deliveries, (span) => sql`${deliveries.createdAt} < ${beforeSql(span)}`),
  },
  {
    name: "drafts",
    what: "Unsent requests and their files",
    outcome: "deleted",
    after: ({ draftDays }) => days(draftDays),
    often: "hourly",
    apply: forgetDrafts,
  },
  {
    name: "unsent_words",
    what: "Unsent messages and notes",
    outcome: "deleted",
    after: ({ draftDays }) => days(draftDays),
    often: "hourly",
    apply: deleteInBatches(unsentWords, (span) => sql`${unsentWords.updatedAt} < ${beforeSql(span)}`),
  },
  {
    name: "links",
    what: "Used and expired email links",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(mailedLinks, () => sql`${IS_DEAD_LINK}`),
  },
  {
    name: "second_factors",
    what: "Unfinished two-factor set-ups",
    outcome: "deleted",
    after: () => "15 minutes",
    often: "hourly",
    apply: deleteInBatches(secondFactors, () => sql`${IS_ABANDONED_FACTOR}`),
  },
  {
    name: "challenges",
    what: "Sign-ins without a code",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(challenges, () => sql`${challenges.expiresAt} < now()`),
  },
  {
    name: "throttles",
    what: "Counts of sign-in and similar attempts",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(throttles, () => sql`${throttles.endsAt} < now()`),
  },
  {
    name: "idempotency_keys",
    what: "Answers kept for repeated API calls",
    outcome: "deleted",
    after: () => "24 hours",
    often: "hourly",
    apply: deleteInBatches(idempotencyKeys, () => sql`${idempotencyKeys.expiresAt} < now()`),
  },
  {
    name: "presences",
    what: "Who was looking at a request",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(presences, () => sql`${presences.until} < now()`),
  },
  {
    name: "file_news",
    what: "That a file was checked or can be shown, for pages that are open",
    outcome: "deleted",
    after: () => "1 days",
    often: "hourly",
    apply: deleteInBatches(fileNews, (span) => sql`${fileNews.createdAt} < ${beforeSql(span)}`),
  },
  {
    name: "kept_forms",
    what: "Forms sent after a session had ended",
    outcome: "deleted",
    after: () => "12 hours",
    often: "hourly",
    apply: deleteInBatches(keptForms, () => sql`${keptForms.expiresAt} < now()`),
  },
  {
    name: "invitations",
    what: "Used, revoked and expired invitations",
    outcome: "deleted",
    after: ({ invitationDays }) => days(invitationDays),
    often: "hourly",
    audited: true,
    apply: deleteInBatches(
      invitations,
      (span) =>
        sql`least(${invitations.usedAt}, ${invitations.revokedAt}, ${invitations.expiresAt}) < ${beforeSql(span)}`,
    ),
  },
  {
    name: "dead_jobs",
    what: "Jobs that failed after their last attempt",
    outcome: "deleted",
    after: ({ deadJobDays }) => days(deadJobDays),
    often: "hourly",
    apply: forgetDeadJobs,
  },
  {
    name: "left_emergencies",
    what: "Emergencies of deleted accounts, when someone has dealt with them",
    outcome: "erased",
    after: () => "soon",
    often: "hourly",
    audited: true,
    apply: eraseLeftBehind,
  },
  {
    name: "closed_requests",
    what: "Closed and cancelled requests: titles, descriptions, notes, addresses and attachments",
    outcome: "erased",
    after: ({ closedRequestMonths }) => months(closedRequestMonths),
    often: "nightly",
    audited: true,
    apply: emptyClosedRequests,
  },
  {
    name: "event_addresses",
    what: "Network addresses in the timelines of requests",
    outcome: "erased",
    after: ({ eventAddressMonths }) => months(eventAddressMonths),
    often: "nightly",
    audited: true,
    apply: forgetEventAddresses,
  },
]

/** Data that is kept for good, and why. */
export const KEPT = [
  "The audit log, without names but with network addresses. Each entry is sealed together with the earlier ones.",
  "Requests, with category, times, town, postcode and supply point, as the history of each gas supply.",
  "Deleted accounts, as an id only.",
] as const
