import { sql } from "drizzle-orm"
import { invitations } from "@/db/schema/accounts"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { mails } from "@/db/schema/records"
import { sessions, throttles } from "@/db/schema/sessions"
import { IS_DEAD_LINK } from "@/lib/identity/mailed-links/mailed-links"
import { IS_ABANDONED_FACTOR } from "@/lib/identity/two-factor/pending-enrolment"
import { deleteInBatches } from "./delete-in-batches"
import { emptyClosedRequests } from "./empty-closed-requests"
import { forgetDeadJobs } from "./forget-dead-jobs"
import { forgetDrafts } from "./forget-drafts"
import { forgetEventAddresses } from "./forget-event-addresses"
import type { RetentionRule, RetentionSpan } from "./retention-rule"

const days = (count: number | undefined): RetentionSpan | undefined =>
  count === undefined ? undefined : `${count} days`
const months = (count: number | undefined): RetentionSpan | undefined =>
  count === undefined ? undefined : `${count} months`
const beforeSql = (span: RetentionSpan) => sql`now() - ${span}::interval`

/** Everything that is not kept for good: the data, the time and the outcome. No rule touches open requests. */
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
    what: "Emails kept here instead of sent",
    outcome: "deleted",
    after: ({ mailDays }) => days(mailDays),
    often: "hourly",
    apply: deleteInBatches(mails, (span) => sql`${mails.createdAt} < ${beforeSql(span)}`),
  },
  {
    name: "drafts",
    what: "Requests begun and not sent, with their files",
    outcome: "deleted",
    after: ({ draftDays }) => days(draftDays),
    often: "hourly",
    apply: forgetDrafts,
  },
  {
    name: "links",
    what: "Emailed links that were used or have run out",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(mailedLinks, () => sql`${IS_DEAD_LINK}`),
  },
  {
    name: "second_factors",
    what: "Second factors that were begun and not confirmed",
    outcome: "deleted",
    after: () => "15 minutes",
    often: "hourly",
    apply: deleteInBatches(secondFactors, () => sql`${IS_ABANDONED_FACTOR}`),
  },
  {
    name: "challenges",
    what: "Sign-ins that waited for a code in vain",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(challenges, () => sql`${challenges.expiresAt} < now()`),
  },
  {
    name: "throttles",
    what: "Counts of tries to sign in and the like",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deleteInBatches(throttles, () => sql`${throttles.endsAt} < now()`),
  },
  {
    name: "invitations",
    what: "Invitations that were used, revoked or have run out",
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
    what: "Jobs that have failed for the last time",
    outcome: "deleted",
    after: ({ deadJobDays }) => days(deadJobDays),
    often: "hourly",
    apply: forgetDeadJobs,
  },
  {
    name: "closed_requests",
    what: "Closed and cancelled requests: titles, descriptions, notes, addresses and attachments",
    outcome: "emptied of what people wrote",
    after: ({ closedRequestMonths }) => months(closedRequestMonths),
    often: "nightly",
    audited: true,
    apply: emptyClosedRequests,
  },
  {
    name: "event_addresses",
    what: "Network addresses in the timelines of requests",
    outcome: "left out",
    after: ({ eventAddressMonths }) => months(eventAddressMonths),
    often: "nightly",
    audited: true,
    apply: forgetEventAddresses,
  },
]

/** Data that is kept for good, and why. */
export const KEPT = [
  "The audit log: each entry is sealed with those before it. It names nobody, and keeps network addresses.",
  "Requests themselves, with category, times, town, postcode and supply point: the history of a supply outlives its customer.",
  "Deleted accounts, as an id without a person.",
] as const
