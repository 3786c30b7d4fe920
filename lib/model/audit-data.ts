import type { AuditAction } from "./audit-action"
import type { Category } from "./category"
import type { Levels } from "./level"
import type { PremisesRole } from "./premises-role"
import type { DecisionReason } from "./removed-file"
import type { AccountState, Role } from "./role"
import type { KeyReach, Scope } from "./scope"

type Nothing = Record<string, never>

type Job = {
  /** The kind of job, never what it was given to do. */
  task: string
}

type Absence = { absenceId: string; from: Date; until: Date | null }

interface DataByAction {
  "account.registered": { role: Role; state?: AccountState }
  "account.verified": Nothing
  "account.signed_in": { kind: "browser" | "api"; sessionId: string }
  "account.sign_in_refused": Nothing
  /** The password was right, and the code of the second factor is still to come. */
  "account.code_asked": Nothing
  "account.code_refused": Nothing
  /** Somebody who was signed in has shown again who they are. */
  "account.confirmed": { by: "password" | "code" }
  /** Somebody who was signed in gave a wrong current password. */
  "account.password_refused": Nothing
  /** Which fields were changed, not to what. */
  "account.edited": { fields: string[] }
  "account.email_change_asked": Nothing
  "account.email_changed": Nothing
  "account.password_changed": Nothing
  "account.password_reset": Nothing
  "account.two_factor_enabled": Nothing
  "account.two_factor_disabled": Nothing
  "account.recovery_code_used": { left: number }
  "account.recovery_codes_renewed": Nothing
  "account.exported": Nothing
  "account.deleted": Nothing
  /** Mail to their address was returned, with the code that says why (RFC 3463), such as `5.1.1`. */
  "account.mail_failed": { status: string }
  /** Made by staff or with an API key, such as for somebody who called. */
  "customer.created": Nothing
  /** With their email address changed, or not. */
  "customer.invited": { fields: string[] }
  /** `by` is set where somebody else signed in in the same browser, or the session went on with a new id. */
  "session.ended": { by?: "sign-in" | "renewal" }
  "session.reused": { accountId: string }
  /** The fields of a member of staff that changed, with their new values. */
  "staff.edited": {
    role?: Role
    state?: AccountState
    team?: string | null
    capacity?: number
    categories?: Category[]
    levels?: Levels
    areas?: string[]
    available?: boolean
  }
  /** Such as `on_duty 1 08:00-16:00`. */
  "roster.changed": { shifts: string[] }
  "absence.added": Absence
  "absence.changed": Absence
  "absence.deleted": Absence
  "premises.edited": { fields: string[] }
  "notifications.edited": Nothing
  /** Which were changed, not to what. */
  "needs.edited": { fields: string[] }
  "customer_notes.edited": Nothing
  "home.added": { role: PremisesRole }
  "home.edited": { role: PremisesRole }
  "home.left": Nothing
  "home.made_main": Nothing
  "reply.created": Nothing
  "reply.edited": Nothing
  "reply.deleted": Nothing
  "holiday.set": Nothing
  "holiday.deleted": Nothing
  "invitation.created": { role: Role }
  "invitation.resent": Nothing
  "invitation.revoked": Nothing
  "invitation.used": Nothing
  "key.created": { scopes: readonly Scope[]; reach: KeyReach; customerIds: string[]; expiresAt: Date | null }
  "key.rolled": { overlapHours: number }
  "key.revoked": Nothing
  /** The old and new value of a setting, see `lib/oversight/settings/contract.ts`; for maintenance only whether it is on and until when. */
  "setting.changed": { from: unknown; to: unknown; until?: string | undefined }
  /** The names of the filters, not their values. */
  "audit.exported": { filters: string[] }
  /** Written once, by a migration: fields taken out of so many entries, and the hash of their list. */
  "audit.redacted": { fields: string[]; entries: number; digest: string }
  "retention.applied": { rule: string; rows: number }
  "job.retried": Job
  "job.dropped": Job
  /** An email that came in was made a message of this request. */
  "mail.filed": { requestId: string }
  "mail.dropped": Nothing
  /** The scanner found something in a file of this request, or of a draft, and calls it so. */
  "file.removed": { requestId: string | null; threat: string }
  /** An administrator decided so about a file that the scanner had removed. */
  "file.returned": { requestId: string | null; reason: DecisionReason }
  "file.deleted": { requestId: string | null; reason: DecisionReason }
}

/** No action may be missing. */
type OfEvery<Data extends Record<AuditAction, object>> = Data

/**
 * What the audit log keeps of each action beside who, when, from where and to what: ids, numbers, names of fields and
 * choices. The log is sealed for good, so nothing that a customer wrote, and nobody's name, can stand here.
 */
export type AuditData = OfEvery<DataByAction>
