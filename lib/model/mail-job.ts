/** The changes of a second factor that its owner is told of by mail, in case somebody else made them. */
export type FactorEvent =
  | "enabled"
  | "disabled"
  | "removed"
  | "recovery_code_used"
  | "recovery_codes_renewed"
  | "codes_refused"

/**
 * The payload of a `send_mail` job: what kind of mail to compose, and for which account. Links with secrets are made when
 * the mail is sent, so that the queue holds none. What it cannot do without is sealed: an invitation's code, which the
 * administrator has been shown already, and an address that is not the account's.
 */
export type MailJob =
  | { kind: "verify_email"; accountId: string }
  | { kind: "already_registered"; accountId: string }
  | { kind: "reset_password"; accountId: string }
  /** To a customer who has no password yet. */
  | { kind: "portal_invitation"; accountId: string }
  | { kind: "password_changed"; accountId: string }
  /** To the new address, which proves itself by a link, or is told that it has an account already. */
  | { kind: "change_email"; accountId: string; sealedTo: string }
  | { kind: "email_change_asked"; accountId: string }
  /** To the old address. */
  | { kind: "email_changed"; accountId: string; sealedTo: string }
  | { kind: "two_factor_changed"; accountId: string; event: FactorEvent }
  /** About the emergencies that its reader has a notice of at this moment. */
  | { kind: "emergency_unanswered"; accountId: string; at: string }
  /** The same as releases up to 0.6 queue it, about one. */
  | { kind: "emergency_unanswered"; accountId: string; requestId: string }
  /** One source has reported so many that they join one another. */
  | { kind: "many_emergencies"; accountId: string; requestId: string }
  | { kind: "late_requests"; accountId: string; requestIds: string[] }
  /** What somebody is told of an event; and what they are told once a day. */
  | { kind: "notification"; accountId: string; deliveryId: string }
  | { kind: "digest"; accountId: string }
  | { kind: "invitation"; invitationId: string; sealedCode: string }

/**
 * An account id that no account has. A mail job for it is queued and mails nothing, so that the answer for an unknown
 * email address takes as long as for a known one.
 */
export const NO_ACCOUNT = "00000000-0000-0000-0000-000000000000"
