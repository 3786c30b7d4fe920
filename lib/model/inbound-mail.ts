/**
 * What becomes of an email that came in. `sent` is a message of its request, `kept` is for a supervisor to decide about,
 * `dropped` was written by no person, `bounced` says that one of ours could not be delivered.
 */
export const INBOUND_OUTCOMES = ["sent", "kept", "dropped", "bounced"] as const
export type InboundOutcome = (typeof INBOUND_OUTCOMES)[number]

/** Why an email was kept. */
export const KEPT_REASONS = [
  "unreadable",
  "unknown_address",
  "request_gone",
  "sender",
  "empty",
  "too_long",
  "ended",
  "too_many",
  "refused",
  "files",
  "bounce",
] as const
export type KeptReason = (typeof KEPT_REASONS)[number]

/** Why an email was dropped: it answers by itself, comes from a mailing list, or from ourselves, or only says that mail is late. */
export const DROP_REASONS = ["automatic", "list", "own", "delayed"] as const
export type DropReason = (typeof DROP_REASONS)[number]

export type MailReason = KeptReason | DropReason

/** Of emails that may report a danger no more are counted. */
export const MOST_COUNTED_MAILS = 100

/** The most bytes of an email that we take: what mail servers usually do. */
export const MAX_MAIL_BYTES = 25_000_000
