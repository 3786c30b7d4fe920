import { sql } from "drizzle-orm"
import { invitations } from "@/db/schema/accounts"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { mails } from "@/db/schema/records"
import { sessions, throttles } from "@/db/schema/sessions"
import { deadLinks } from "@/lib/identity/auth/mailed-links"
import { abandoned } from "@/lib/identity/two-factor/start"
import { emptyClosedRequests, forgetEventAddresses } from "./closed-requests"
import { forgetDeadJobs } from "./dead-jobs"
import { deletionOf } from "./deletion"
import { forgetDrafts } from "./drafts"
import type { Rule, Span } from "./rule"

const days = (count: number | undefined): Span | undefined => (count === undefined ? undefined : `${count} days`)
const months = (count: number | undefined): Span | undefined => (count === undefined ? undefined : `${count} months`)
const before = (span: Span) => sql`now() - ${span}::interval`

/** Everything that is not kept for good: what, for how long, and what becomes of it. Open requests are in none of it. */
export const RULES: readonly Rule[] = [
  {
    name: "sessions",
    what: "Sessions, after their end",
    outcome: "deleted",
    after: ({ sessionDays }) => days(sessionDays),
    often: "hourly",
    apply: deletionOf(sessions, (span) => sql`${sessions.expiresAt} < ${before(span)}`),
  },
  {
    name: "mails",
    what: "Emails kept here instead of being sent",
    outcome: "deleted",
    after: ({ mailDays }) => days(mailDays),
    often: "hourly",
    apply: deletionOf(mails, (span) => sql`${mails.createdAt} < ${before(span)}`),
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
    name: "links",
    what: "Used and expired email links",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deletionOf(mailedLinks, () => sql`${deadLinks}`),
  },
  {
    name: "second_factors",
    what: "Unfinished two-factor set-ups",
    outcome: "deleted",
    after: () => "15 minutes",
    often: "hourly",
    apply: deletionOf(secondFactors, () => sql`${abandoned}`),
  },
  {
    name: "challenges",
    what: "Sign-ins without a code",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deletionOf(challenges, () => sql`${challenges.expiresAt} < now()`),
  },
  {
    name: "throttles",
    what: "Counts of sign-in and similar attempts",
    outcome: "deleted",
    after: () => "soon",
    often: "hourly",
    apply: deletionOf(throttles, () => sql`${throttles.endsAt} < now()`),
  },
  {
    name: "invitations",
    what: "Used, revoked and expired invitations",
    outcome: "deleted",
    after: ({ invitationDays }) => days(invitationDays),
    often: "hourly",
    audited: true,
    apply: deletionOf(
      invitations,
      (span) => sql`least(${invitations.usedAt}, ${invitations.revokedAt}, ${invitations.expiresAt}) < ${before(span)}`,
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

/** What is kept for good, and why. */
export const KEPT = [
  "The audit log, without names but with network addresses. Each entry is sealed together with the earlier ones.",
  "Requests, with category, times, town, postcode and supply point, as the history of each gas supply.",
  "Deleted accounts, as an id only.",
] as const
