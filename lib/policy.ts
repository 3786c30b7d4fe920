import { isLive, type Role } from "@/lib/accounts/role"
import type { Actor } from "@/lib/auth/actor"
import { AppError } from "@/lib/errors"

/** Which of all resources a permission reaches. */
export type Reach = "own" | "assigned" | "any"

/** A waiting account holds no role yet. */
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
  "profile.read": EVERYONE,
  "profile.edit": EVERYONE,
  "availability.read": { staff: "own", supervisor: "own" },
  "availability.edit": { staff: "own", supervisor: "own" },
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
  "audit.read": { administrator: "any" },
  "mail.read": { administrator: "any" },
} as const satisfies Record<string, Partial<Record<Standing, Reach>>>

export type Permission = keyof typeof POLICY

/** What a permission is checked against: any row that names the accounts it belongs to. */
export interface Resource {
  customerId?: string
  assigneeId?: string | null
  accountId?: string
}

function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  if (!isLive(actor.state)) return undefined
  const row: Partial<Record<Standing, Reach>> = POLICY[permission]
  return row[actor.state === "waiting" ? "waiting" : actor.role]
}

function reaches(actor: Actor, permission: Permission, resource: Resource): boolean {
  switch (reachOf(actor, permission)) {
    case "any":
      return true
    case "own":
      return resource.customerId === actor.id || resource.accountId === actor.id
    case "assigned":
      return resource.assigneeId === actor.id
    default:
      return false
  }
}

/** True when the actor may do this, to this resource if one is given. */
export function may(actor: Actor, permission: Permission, resource?: Resource): boolean {
  return resource ? reaches(actor, permission, resource) : reachOf(actor, permission) !== undefined
}

/** The reach of a permission that needs no single resource, such as a list's. Throws `forbidden`. */
export function permit(actor: Actor, permission: Permission): Reach {
  const reach = reachOf(actor, permission)
  if (!reach) throw new AppError("forbidden", "Your account may not do this.")
  return reach
}

/** Throws `not_found` for what the actor may not see, `forbidden` for what they may see but not do. */
export function authorize<R extends Resource>(
  actor: Actor,
  permission: Permission,
  resource: R | undefined,
): asserts resource is R {
  const sight = `${permission.split(".")[0]}.read` as Permission
  if (!resource || !reaches(actor, sight, resource)) throw new AppError("not_found", "There is nothing here.")
  if (!reaches(actor, permission, resource)) throw new AppError("forbidden", "Your account may not do this.")
}
