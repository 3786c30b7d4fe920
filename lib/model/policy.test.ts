import { describe, expect, test } from "vitest"
import type { Actor } from "./actor"
import { AppError } from "./errors"
import { authorize, may, type Permission, POLICY, permit, scopesFor } from "./policy"
import { SCOPES, type Scope } from "./scope"

const PERMISSIONS = Object.keys(POLICY) as Permission[]

const keyWith = (scopes: readonly Scope[], customerIds?: readonly string[]): Actor => ({
  id: "key",
  name: "Call centre",
  // Whatever else is said of a key, its scopes alone decide.
  role: "administrator",
  state: "active",
  sessionId: "key",
  address: "192.0.2.7",
  device: "A test",
  key: { id: "key", scopes, secretHash: "hash", customerIds },
})
const allowed = (actor: Actor) => PERMISSIONS.filter((permission) => may(actor, permission))

describe("an API key", () => {
  test.each([
    ["requests:read", ["request.read", "deletion.read"]],
    [
      "requests:write",
      [
        "request.file",
        "request.read",
        "request.delete",
        "deletion.read",
        "request.attach",
        "request.detach",
        "request.add-details",
        "request.reopen",
        "request.confirm",
        "request.cancel",
        "request.correct",
      ],
    ],
    [
      "requests:work",
      ["request.read", "deletion.read", "request.answer", "request.move", "request.assign", "request.prioritise"],
    ],
    ["customers:read", ["customer.read"]],
    ["notes:read", ["note.read"]],
    ["notes:write", ["note.read", "note.create"]],
  ] as const)("with the scope %s may %j and nothing else", (scope, permissions) => {
    expect(allowed(keyWith([scope]))).toEqual(permissions)
    for (const permission of permissions) expect(scopesFor(permission)).toContain(scope)
  })

  test("for named customers that sends requests reads theirs, and none of the notes of staff", () => {
    const key = keyWith(["requests:write", "notes:read"], ["amara"])
    expect(permit(key, "request.read")).toBe("customers")
    expect(may(key, "note.read", { customerId: "amara" })).toBe(false)
  })

  test("without scopes may nothing", () => {
    expect(allowed(keyWith([]))).toEqual([])
  })

  test("for named customers works no requests, whatever its scopes say", () => {
    const key = keyWith(SCOPES, ["amara"])
    for (const permission of ["request.move", "request.assign"] as const) {
      expect(may(key, permission)).toBe(false)
      expect(() => authorize(key, permission, { customerId: "amara" })).toThrow(
        "This API key does not have permission to do this.",
      )
    }
  })

  test("reaches the customers it names and nobody by its own id", () => {
    const key = keyWith(SCOPES, ["amara"])
    expect(permit(key, "request.read")).toBe("customers")
    expect(may(key, "request.read", { customerId: "amara" })).toBe(true)
    for (const row of [
      { customerId: "bruno" },
      { customerId: "key" },
      { accountId: "amara" },
      { assigneeId: "key" },
      {},
    ])
      expect(may(key, "request.read", row)).toBe(false)
    expect(may(keyWith(SCOPES, []), "request.read", { customerId: "amara" })).toBe(false)
  })

  test("is told of nothing that is for people whether it is there", () => {
    const key = keyWith(SCOPES)
    for (const permission of PERMISSIONS.filter((it) => scopesFor(it).length === 0))
      for (const row of [undefined, { accountId: "key", customerId: "key" }])
        expect(() => authorize(key, permission, row)).toThrow("This API key does not have permission to do this.")
  })
})

describe("a check for danger", () => {
  const person = (role: Actor["role"]): Actor => ({
    id: role,
    name: "Somebody",
    role,
    state: "active",
    sessionId: role,
    address: "192.0.2.7",
    device: "A test",
  })

  test("is for staff who are qualified for it, also if it is assigned to somebody else, and for no others", () => {
    const check = { customerId: "customer", assigneeId: "other" }
    expect(may(person("staff"), "danger-check.edit", { ...check, qualified: ["staff"] })).toBe(true)
    expect(may(person("staff"), "danger-check.edit", { ...check, assigneeId: "staff", qualified: [] })).toBe(false)
    expect(may(person("customer"), "danger-check.edit", { ...check, qualified: ["customer"] })).toBe(false)
    for (const role of ["supervisor", "administrator"] as const)
      expect(may(person(role), "danger-check.edit", check)).toBe(true)
  })
})

describe("an emergency that is open to a member of staff", () => {
  const worker: Actor = { ...keyWith([]), id: "worker", role: "staff", key: undefined }
  const emergency = { assigneeId: "other", customerId: "amara", openTo: ["worker"] }

  test("may be looked at and taken by them, and nothing else", () => {
    // Taking a call is about no request yet.
    const ofOne = PERMISSIONS.filter((it) => it.startsWith("request.") && it !== "request.take")
    const allowedOn = (resource: object) => ofOne.filter((it) => may(worker, it, resource))
    expect(allowedOn(emergency)).toEqual([
      "request.read",
      "request.move",
      "request.acknowledge",
      "request.explain",
      "request.care",
    ])
    expect(allowedOn({ ...emergency, openTo: ["another"] })).toEqual([])
    expect(allowedOn({ ...emergency, assigneeId: "worker", openTo: [] })).toContain("request.attach")
  })
})

test("an administrator shows again who they are for what only administrators may change, and for nothing else", () => {
  const administrator: Actor = {
    id: "alex",
    name: "Alex",
    role: "administrator",
    state: "active",
    sessionId: "session",
    address: "192.0.2.7",
    device: "A test",
  }
  const asked = PERMISSIONS.filter((permission) => {
    const row = { accountId: "alex", assigneeId: "alex" }
    const ask = () => void authorize(administrator, permission, row)
    if (!may(administrator, permission, row)) return false
    authorize({ ...administrator, confirmed: true }, permission, row)
    return codeOf(ask) === "confirmation_required" && codeOf(() => permit(administrator, permission)) === codeOf(ask)
  })
  expect(asked).toEqual([
    "staff.edit",
    "invitation.create",
    "invitation.edit",
    "key.create",
    "key.edit",
    "stored-file.edit",
    "setting.edit",
    "factor.edit",
    "job.edit",
  ])
})

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : "unexpected"
  }
}
