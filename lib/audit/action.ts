/** Everything that is written into the audit log by name; what happens to requests comes as `request.` and its kind. */
export const AUDIT_ACTIONS = [
  "account.registered",
  "account.verified",
  "account.signed_in",
  "account.sign_in_refused",
  "account.edited",
  "account.password_changed",
  "account.password_reset",
  "account.two_factor_enabled",
  "account.two_factor_disabled",
  "account.recovery_code_used",
  "account.recovery_codes_renewed",
  "account.exported",
  "account.deleted",
  "session.ended",
  "session.reused",
  "staff.edited",
  "roster.changed",
  "absence.added",
  "absence.deleted",
  "holiday.set",
  "holiday.deleted",
  "invitation.created",
  "invitation.resent",
  "invitation.revoked",
  "invitation.used",
  "key.created",
  "key.rolled",
  "key.revoked",
  "setting.changed",
  "audit.exported",
  "retention.applied",
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const SUBJECT_TYPES = ["account", "request", "key", "setting", "invitation", "session", "holiday"] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]
