import type { Actor, KeyBearer } from "./actor"
import { AppError } from "./errors"
import { isLive, type Role } from "./role"
import { type Scope, UTILITY_SCOPES } from "./scope"

/**
 * The resources that a permission reaches: the actor's own, those of an API key's customers, those assigned, those that
 * their skills qualify them for while they are on duty, or any.
 */
export type Reach = "own" | "customers" | "assigned" | "qualified" | "any"

/**
 * The columns of the policy: the roles, and `waiting` for accounts that hold no role at the moment, because they wait for
 * approval or must enrol in a second factor first.
 */
type PolicyRole = Role | "waiting"

const EVERYONE = { customer: "own", staff: "own", supervisor: "own", administrator: "own", waiting: "own" } as const
const DESK = { staff: "assigned", supervisor: "any", administrator: "any" } as const
/** Whoever answers the phone answers it for every customer. */
const EVERYBODY_AT_DESK = { staff: "any", supervisor: "any", administrator: "any" } as const
const OWN_AT_DESK = { staff: "own", supervisor: "own", administrator: "own" } as const
const ON_DUTY = { staff: "qualified", supervisor: "any", administrator: "any" } as const

/** Who may do what, to which resources. This table is the whole authorization of the app: verbs ask it and nothing else. */
export const POLICY = {
  "request.file": { customer: "own" },
  /** Sends a request for a customer, such as for somebody who called. */
  "request.take": EVERYBODY_AT_DESK,
  "request.read": { customer: "own", ...DESK },
  /** Downloads photos of others as they came: they say where they were taken, and by whose camera. */
  "request.read-original": DESK,
  "request.delete": { customer: "own" },
  /** Which requests have been deleted. Nobody knows afterwards to whom one was assigned. */
  "deletion.read": { customer: "own", supervisor: "any", administrator: "any" },
  "request.attach": { customer: "own", ...DESK },
  /** Removes a file for good that one has attached oneself. */
  "request.detach": { customer: "own", ...DESK },
  /** Removes a file of anybody, such as one that shows another customer's home. */
  "request.detach-any": { supervisor: "any", administrator: "any" },
  "request.add-details": { customer: "own" },
  /** Reopens a resolved request by saying that it is not fixed. Staff reopen by moving it. */
  "request.reopen": { customer: "own" },
  /** Writes to the customer of a request. */
  "request.answer": DESK,
  "request.move": DESK,
  /** Works on it oneself: begins an unassigned one, which is theirs then. Closed to those who are never assigned any. */
  "request.work": { staff: "assigned", supervisor: "any" },
  /** Says that it is fixed, or is not. */
  "request.confirm": { customer: "own" },
  "request.cancel": { customer: "own" },
  "request.correct": { customer: "own" },
  /** Gives it back to the unassigned queue. */
  "request.return": DESK,
  /** Says who should have it instead. Only those who may assign do. */
  "request.propose": DESK,
  "request.assign": { supervisor: "any", administrator: "any" },
  "request.prioritise": { supervisor: "any", administrator: "any" },
  "request.acknowledge": DESK,
  /** Has a report that joined another emergency handled on its own. */
  "request.separate": DESK,
  /** Covers the reasons of an assignment and the state of service levels. */
  "request.explain": DESK,
  /** Reads notes that are for staff only. */
  "note.read": DESK,
  "note.create": DESK,
  /** Who else looks at a request at the desk or writes there, at this moment. */
  "presence.read": DESK,
  "presence.edit": DESK,
  /** Lists of the desk that are kept by a name. What somebody shares is everybody's. */
  "view.read": EVERYBODY_AT_DESK,
  "view.create": OWN_AT_DESK,
  "view.edit": OWN_AT_DESK,
  "view.share": { supervisor: "any", administrator: "any" },
  /** Texts that staff answer with. */
  "reply.read": EVERYBODY_AT_DESK,
  "reply.edit": { supervisor: "any", administrator: "any" },
  "profile.read": EVERYONE,
  "profile.edit": EVERYONE,
  /** What somebody is told of, and how they want to be told. */
  "notification.read": EVERYONE,
  "notification.edit": EVERYONE,
  "session.read": EVERYONE,
  "session.end": EVERYONE,
  "availability.read": { staff: "own", supervisor: "own" },
  "availability.edit": { staff: "own", supervisor: "own" },
  "roster.read": { staff: "own", supervisor: "any", administrator: "any" },
  "roster.edit": { supervisor: "any", administrator: "any" },
  "holiday.read": { staff: "any", supervisor: "any", administrator: "any" },
  "holiday.edit": { supervisor: "any", administrator: "any" },
  "emergency.read": DESK,
  "danger-check.read": ON_DUTY,
  "danger-check.edit": ON_DUTY,
  "report.read": { supervisor: "any", administrator: "any" },
  "team.read": { supervisor: "any", administrator: "any" },
  "staff.read": { supervisor: "any", administrator: "any" },
  "staff.edit": { administrator: "any" },
  "invitation.read": { administrator: "any" },
  "invitation.create": { administrator: "any" },
  "invitation.edit": { administrator: "any" },
  /** What whoever works a request should know before they come: needs of its customer, access to its premises. */
  "request.care": DESK,
  "need.read": { customer: "own", supervisor: "any", administrator: "any" },
  "need.edit": { customer: "own", supervisor: "any", administrator: "any" },
  /** What visitors say at the door. Closed to administrators, who visit nobody, and to keys. */
  "visit-password.read": { customer: "own", staff: "assigned", supervisor: "any" },
  /** What staff note of a customer. Closed to the customer. */
  "customer-note.read": EVERYBODY_AT_DESK,
  "customer-note.edit": EVERYBODY_AT_DESK,
  "home.read": { customer: "own", ...EVERYBODY_AT_DESK },
  "home.edit": { customer: "own" },
  "premises.read": DESK,
  "premises.edit": DESK,
  "customer.read": EVERYBODY_AT_DESK,
  "customer.create": EVERYBODY_AT_DESK,
  "customer.invite": EVERYBODY_AT_DESK,
  /** Leaves a note on any request of a customer, such as for a colleague when somebody called about it. */
  "customer.leave-note": EVERYBODY_AT_DESK,
  "account.read": { customer: "own" },
  "account.export": { customer: "own" },
  "account.delete": { customer: "own" },
  "key.read": { administrator: "any" },
  "key.create": { administrator: "any" },
  "key.edit": { administrator: "any" },
  /** What attachments take up, and what was found in them. */
  "stored-file.read": { administrator: "any" },
  /** Returns what the virus scanner was wrong about, or deletes it for good. */
  "stored-file.edit": { administrator: "any" },
  "setting.read": { administrator: "any" },
  "setting.edit": { administrator: "any" },
  "factor.read": { administrator: "any" },
  "factor.edit": { administrator: "any" },
  "audit.read": { administrator: "any" },
  "mail.read": { administrator: "any" },
  /** Hands over an email that came in. Only the mail server does, with a key. */
  "inbound-mail.create": {},
  /** Emails that came in and could not become a message. */
  "inbound-mail.read": { supervisor: "any", administrator: "any" },
  "inbound-mail.edit": { supervisor: "any", administrator: "any" },
  "job.read": { administrator: "any" },
  "job.edit": { administrator: "any" },
} as const satisfies Record<string, Partial<Record<PolicyRole, Reach>>>

export type Permission = keyof typeof POLICY

type Row<P extends Permission> = (typeof POLICY)[P]
/** What a permission can reach, for accounts and for API keys. */
export type ReachOf<P extends Permission> =
  | Row<P>[keyof Row<P>]
  | (P extends KeyPermission ? "customers" | "any" : never)

/** The permissions that each scope of an API key grants. Permissions that are missing here are closed to keys. */
const SCOPED = {
  "requests:read": ["request.read", "deletion.read"],
  "requests:write": [
    "request.file",
    "request.attach",
    "request.detach",
    "request.add-details",
    "request.delete",
    "request.confirm",
    "request.reopen",
    "request.cancel",
    "request.correct",
  ],
  "requests:work": ["request.answer", "request.move", "request.assign", "request.prioritise"],
  "customers:read": ["customer.read"],
  "customers:write": ["customer.create", "customer.invite"],
  "notes:read": ["note.read"],
  "notes:write": ["note.create"],
  "premises:read": ["premises.read"],
  "premises:write": ["premises.edit"],
  "needs:read": ["need.read"],
  "mails:write": ["inbound-mail.create"],
} as const satisfies Record<Scope, readonly Permission[]>

/** A permission that some scope grants. */
export type KeyPermission = (typeof SCOPED)[Scope][number]

const SCOPES_BY_PERMISSION = new Map<Permission, Scope>(
  Object.entries(SCOPED).flatMap(([scope, permissions]) => permissions.map((it) => [it, scope as Scope])),
)

/** Scopes that hold another: whoever sends requests, works on them, adds customers or writes notes sees them. */
const HOLDERS: Partial<Record<Scope, readonly Scope[]>> = {
  "customers:read": ["customers:write"],
  "requests:read": ["requests:write", "requests:work"],
  "notes:read": ["notes:write"],
  "premises:read": ["premises:write"],
}

/** Returns the scopes of which a key needs one for a permission; none when it is closed to keys. */
export function scopesFor(permission: Permission): readonly Scope[] {
  const scope = SCOPES_BY_PERMISSION.get(permission)
  return scope ? [scope, ...(HOLDERS[scope] ?? [])] : []
}

/** Whether a permission is to change something that only administrators may: roles, factors, keys, settings, jobs. */
function takesConfirmation(permission: Permission): boolean {
  const [role, ...others] = Object.keys(POLICY[permission])
  return role === "administrator" && others.length === 0 && !permission.endsWith(".read")
}

/**
 * Asks administrators who they are before they change what only they may, since somebody else may be sitting at their
 * browser or hold their token.
 * @throws AppError `confirmation_required`
 */
function askWho(actor: Actor, permission: Permission): void {
  if (takesConfirmation(permission) && !actor.confirmed)
    throw new AppError(
      "confirmation_required",
      "Show that it is you: send your password or a code to POST /api/v1/profile/confirmation, then repeat this call within 15 minutes.",
    )
}

/** A row that a permission is checked against: any row that names the accounts it belongs to. */
export interface Resource {
  customerId?: string
  assigneeId?: string | null
  /** Of an emergency that nobody has acknowledged: accounts that may take it, whoever it is offered to. */
  openTo?: readonly string[]
  /** Accounts on duty whose skills qualify them for it. */
  qualified?: readonly string[]
  accountId?: string
}

/** What those may do with an emergency whom it is open to: look at it and take it. */
const TAKING: readonly Permission[] = [
  "request.read",
  "note.read",
  "presence.read",
  "presence.edit",
  "request.explain",
  "request.care",
  "request.acknowledge",
  "request.move",
]

function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  if (actor.key) return reachOfKey(actor.key, permission)
  if (!isLive(actor.state)) return undefined
  const row: Partial<Record<PolicyRole, Reach>> = POLICY[permission]
  return row[actor.state === "waiting" || actor.mustEnrol ? "waiting" : actor.role]
}

function reachOfKey({ scopes, customerIds }: KeyBearer, permission: Permission): Reach | undefined {
  const held = scopesFor(permission).filter((scope) => scopes.includes(scope))
  if (held.length === 0) return undefined
  if (!customerIds) return "any"
  return held.every((scope) => UTILITY_SCOPES.includes(scope)) ? undefined : "customers"
}

function reaches(actor: Actor, permission: Permission, resource: Resource): boolean {
  switch (reachOf(actor, permission)) {
    case "any":
      return true
    case "own":
      return resource.customerId === actor.id || resource.accountId === actor.id
    case "customers":
      return resource.customerId !== undefined && actor.key?.customerIds?.includes(resource.customerId) === true
    case "assigned":
      return (
        resource.assigneeId === actor.id ||
        (TAKING.includes(permission) && resource.openTo?.includes(actor.id) === true)
      )
    case "qualified":
      return resource.qualified?.includes(actor.id) === true
    default:
      return false
  }
}

/** Whether a permission reaches no rows but those that name the actor, so that others need not be asked about. */
export function reachesOnlyNamed(actor: Actor, permission: Permission): boolean {
  const reach = reachOf(actor, permission)
  return reach === undefined || reach === "own" || reach === "assigned"
}

/** Whether the actor has a permission, for this resource if one is given. For pages that show or hide a control. */
export function may(actor: Actor, permission: Permission, resource?: Resource): boolean {
  return resource ? reaches(actor, permission, resource) : reachOf(actor, permission) !== undefined
}

function forbidden({ key, mustEnrol }: Actor): AppError {
  if (mustEnrol)
    return new AppError("forbidden", "Your organisation requires two-factor authentication. Set it up on your profile.")
  return new AppError(
    "forbidden",
    key ? "This API key does not have permission to do this." : "Your account does not have permission to do this.",
  )
}

/**
 * Checks a permission that is not about one resource, such as a list's or a creation's.
 * @returns the reach, by which a list filters its rows
 * @throws AppError `forbidden`; `confirmation_required` for administrators who have not shown who they are of late
 */
export function permit<P extends Permission>(actor: Actor, permission: P): ReachOf<P> {
  const reach = reachOf(actor, permission)
  if (!reach) throw forbidden(actor)
  askWho(actor, permission)
  return reach as ReachOf<P>
}

/**
 * Checks a permission for one resource, and that the resource exists. Whether the actor may see it is decided by the
 * permission `….read` of the same noun. API keys get `forbidden` for whatever is closed to keys, and staff who must enrol
 * for whatever needs a role, before anything is said about the resource.
 * @throws AppError `not_found` when there is no such resource or the actor may not see it; `forbidden` when they may see
 *   it but not do this; `confirmation_required` for administrators who have not shown who they are of late
 */
export function authorize<R extends Resource>(
  actor: Actor,
  permission: Permission,
  resource: R | undefined,
): asserts resource is R {
  if (actor.key && scopesFor(permission).length === 0) throw forbidden(actor)
  // Told before anything else, so that they learn what they have to do first.
  if (actor.mustEnrol && !reachOf(actor, permission)) throw forbidden(actor)
  const read = `${permission.split(".")[0]}.read` as Permission
  if (!resource || !reaches(actor, read, resource))
    throw new AppError("not_found", "This no longer exists, or you do not have access to it.")
  if (!reaches(actor, permission, resource)) throw forbidden(actor)
  askWho(actor, permission)
}
