/** What an owner is told of their second factor, since somebody else may have done it. */
export type FactorEvent = "enabled" | "disabled" | "removed" | "recovery_code_used" | "recovery_codes_renewed"

/**
 * A mail still to be written. It names whom it is for, and secrets are made when it is sent: none waits in a queue.
 * Only an invitation's code, which its maker has been shown, travels, and that sealed.
 */
export type MailJob =
  | { kind: "verify_email"; accountId: string }
  | { kind: "already_registered"; accountId: string }
  | { kind: "reset_password"; accountId: string }
  | { kind: "password_changed"; accountId: string }
  | { kind: "two_factor_changed"; accountId: string; event: FactorEvent }
  | { kind: "emergency_unanswered"; accountId: string; requestId: string }
  | { kind: "late_requests"; accountId: string; requestIds: string[] }
  | { kind: "invitation"; invitationId: string; sealedCode: string }

/** A letter to nobody is queued where others are, and never written: it keeps a known address from being told by time. */
export const NO_ACCOUNT = "00000000-0000-0000-0000-000000000000"
