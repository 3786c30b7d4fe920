import type { Actor, KeyBearer } from "./actor"
import { AppError } from "./errors"
import { isLive, type Role } from "./role"
import { type Scope, UTILITY_SCOPES } from "./scope"

/** Which of all resources a permission reaches. */
export type Reach = "own" | "customers" | "assigned" | "any"

/** A waiting account holds no role yet; nor, for now, does one that has to set up a second factor first. */
type Standing = Role | "waiting"

const EVERYONE = { customer: "own", staff: "own", supervisor: "own", administrator: "own", waiting: "own" } as const
const DESK = { staff: "assigned", supervisor: "any", administrator: "any" } as const

/** Who may do what, to which resources. The whole authorization of the app is this table. */
export const POLICY = {
  "request.file": { customer: "own" },
  "request.read": { customer: "own", ...DESK },
  "request.delete": { customer: "own" },
  "request.attach": { customer: "own", ...DESK },
  "request.move": DESK,
  "request.assign": { supervisor: "any", administrator: "any" },
  "request.acknowledge": DESK,
  /** Why it went to whom, and how it stands against its service levels. */
  "request.explain": DESK,
  "profile.read": EVERYONE,
  "profile.edit": EVERYONE,
  "session.read": EVERYONE,
  "session.end": EVERYONE,
  "availability.read": { staff: "own", supervisor: "own" },
  "availability.edit": { staff: "own", supervisor: "own" },
  "roster.read": { staff: "own", supervisor: "any", administrator: "any" },
  "roster.edit": { supervisor: "any", administrator: "any" },
  "holiday.read": { staff: "any", supervisor: "any", administrator: "any" },
  "holiday.edit": { supervisor: "any", administrator: "any" },
  "emergency.read": DESK,
  "team.read": { supervisor: "any", administrator: "any" },
  "staff.read": { supervisor: "any", administrator: "any" },
  "staff.edit": { administrator: "any" },
  "invitation.read": { administrator: "any" },
  "invitation.create": { administrator: "any" },
  "invitation.edit": { administrator: "any" },
  "customer.read": { supervisor: "any", administrator: "any" },
  "account.read": { customer: "own" },
  "account.export": { customer: "own" },
  "account.delete": { customer: "own" },
  "key.read": { administrator: "any" },
  "key.create": { administrator: "any" },
  "key.edit": { administrator: "any" },
  "setting.read": { administrator: "any" },
  "setting.edit": { administrator: "any" },
  "factor.read": { administrator: "any" },
  "factor.edit": { administrator: "any" },
  "audit.read": { administrator: "any" },
  "mail.read": { administrator: "any" },
  "job.read": { administrator: "any" },
  "job.edit": { administrator: "any" },
} as const satisfies Record<string, Partial<Record<Standing, Reach>>>

export type Permission = keyof typeof POLICY

/** What each scope of an API key stands for. What is not here is closed to keys. */
const SCOPED = {
  "requests:read": ["request.read"],
  "requests:write": ["request.file", "request.attach", "request.delete"],
  "requests:work": ["request.move", "request.assign"],
  "customers:read": ["customer.read"],
} as const satisfies Record<Scope, readonly Permission[]>

/** What some key can be allowed to do. */
export type KeyPermission = (typeof SCOPED)[Scope][number]

const SCOPES_BY_PERMISSION = new Map<Permission, Scope>(
  Object.entries(SCOPED).flatMap(([scope, permissions]) => permissions.map((it) => [it, scope as Scope])),
)

/** The scope that a key needs for this; nothing when no key may do it. */
export const scopeFor = (permission: Permission): Scope | undefined => SCOPES_BY_PERMISSION.get(permission)

/** What a permission is checked against: any row that names the accounts it belongs to. */
export interface Resource {
  customerId?: string
  assigneeId?: string | null
  /** Who was asked to take it: as long as nobody has it, they still may. */
  offered?: readonly string[]
  accountId?: string
}

function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  if (actor.key) return reachOfKey(actor.key, permission)
  if (!isLive(actor.state)) return undefined
  const row: Partial<Record<Standing, Reach>> = POLICY[permission]
  return row[actor.state === "waiting" || actor.mustEnrol ? "waiting" : actor.role]
}

function reachOfKey({ scopes, customerIds }: KeyBearer, permission: Permission): Reach | undefined {
  const scope = scopeFor(permission)
  if (!scope || !scopes.includes(scope)) return undefined
  if (!customerIds) return "any"
  return UTILITY_SCOPES.includes(scope) ? undefined : "customers"
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
      return resource.assigneeId ? resource.assigneeId === actor.id : resource.offered?.includes(actor.id) === true
    default:
      return false
  }
}

/** True when the actor may do this, to this resource if one is given. */
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

/** The reach of a permission that needs no single resource, such as a list's. Throws `forbidden`. */
export function permit(actor: Actor, permission: Permission): Reach {
  const reach = reachOf(actor, permission)
  if (!reach) throw forbidden(actor)
  return reach
}

/**
 * Throws `not_found` for what the actor may not see, `forbidden` for what they may see but not do. What no API key may
 * do is `forbidden` to each of them, whether or not it is there.
 */
export function authorize<R extends Resource>(
  actor: Actor,
  permission: Permission,
  resource: R | undefined,
): asserts resource is R {
  if (actor.key && !scopeFor(permission)) throw forbidden(actor)
  // Whatever they ask for, whether it is there or not, they are told what to do first.
  if (actor.mustEnrol && !reachOf(actor, permission)) throw forbidden(actor)
  const sight = `${permission.split(".")[0]}.read` as Permission
  if (!resource || !reaches(actor, sight, resource))
    throw new AppError("not_found", "This no longer exists, or you do not have access to it.")
  if (!reaches(actor, permission, resource)) throw forbidden(actor)
}
