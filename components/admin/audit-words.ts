import type { SubjectType } from "@/lib/audit/action"
import type { LoggedAction } from "@/lib/audit/contract"

/** What each action is called, as one would tell it. */
export const ACTION_WORDS: Record<LoggedAction, string> = {
  "account.registered": "Registered",
  "account.verified": "Confirmed their e-mail address",
  "account.signed_in": "Signed in",
  "account.sign_in_refused": "Sign-in refused",
  "account.edited": "Changed their profile",
  "account.password_changed": "Changed their password",
  "account.password_reset": "Reset their password by e-mail",
  "account.two_factor_enabled": "Turned two-factor authentication on",
  "account.two_factor_disabled": "Turned two-factor authentication off",
  "account.recovery_code_used": "Used a recovery code",
  "account.recovery_codes_renewed": "Made new recovery codes",
  "account.exported": "Downloaded their data",
  "account.deleted": "Deleted their account",
  "session.ended": "Session ended",
  "session.reused": "Old refresh token used again",
  "staff.edited": "Member of staff changed",
  "roster.changed": "Weekly shifts set",
  "absence.added": "Absence added",
  "absence.deleted": "Absence deleted",
  "holiday.set": "Holiday set",
  "holiday.deleted": "Holiday deleted",
  "invitation.created": "Invitation made",
  "invitation.resent": "Invitation sent again",
  "invitation.revoked": "Invitation revoked",
  "invitation.used": "Invitation used",
  "key.created": "API key made",
  "key.rolled": "API key replaced",
  "key.revoked": "API key revoked",
  "setting.changed": "Setting changed",
  "audit.exported": "Audit log downloaded",
  "job.retried": "Failed job tried again",
  "job.dropped": "Failed job dropped",
  "request.filed": "Request filed",
  "request.assigned": "Request assigned by itself",
  "request.unassigned": "Request taken back",
  "request.reassigned": "Request given to somebody",
  "request.noted": "Note for staff left",
  "request.moved": "Request's status changed",
  "request.attached": "File attached",
  "request.acknowledged": "Emergency acknowledged",
  "request.escalated": "Emergency offered to the next",
  "request.warned": "Service level nearly used up",
  "request.breached": "Service level missed",
  "request.deleted": "Request deleted",
}

export const SUBJECT_WORDS: Record<SubjectType, string> = {
  account: "Account",
  request: "Request",
  key: "API key",
  setting: "Setting",
  invitation: "Invitation",
  session: "Session",
  holiday: "Holiday",
  job: "Job",
}

/** The log outlives the code that wrote it: a word it knows no more is shown as it was written. */
export const wordFor = (words: Partial<Record<string, string>>, written: string): string => words[written] ?? written
