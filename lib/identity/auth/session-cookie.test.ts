import { afterEach, describe, expect, test, vi } from "vitest"
import { env } from "@/lib/runtime/env"
import { deviceCookie, knownDevice } from "./device-cookie"
import { sealSessionCookie } from "./session-cookie"

const plain = env().APP_URL
const here = { address: "192.0.2.7", device: "A test" }
const DAY = 24 * 3600

afterEach(() => {
  env().APP_URL = plain
})

describe.each([
  ["http://localhost:3000", "", false],
  ["https://gas.example", "__Host-", true],
])("at %s", (address, prefix, secure) => {
  test("the session's cookie is kept from scripts, other sites and, over TLS, other hosts", async () => {
    env().APP_URL = address
    expect(await sealSessionCookie("an id")).toEqual({
      name: `${prefix}session`,
      value: expect.any(String),
      options: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: 30 * DAY },
    })
  })

  test("so is the cookie that makes a browser known, for a year", () => {
    env().APP_URL = address
    expect(deviceCookie(here, "an account")).toEqual({
      name: `${prefix}device`,
      value: expect.any(String),
      options: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: 365 * DAY },
    })
  })
})

describe("a known browser", () => {
  const withCookie = ({ name, value }: { name: string; value: string }) => ({ ...here, cookies: `${name}=${value}` })

  test("is known to everybody who signs in with it, and to nobody else", () => {
    const first = withCookie(deviceCookie(here, "Ada"))
    const second = withCookie(deviceCookie(first, "Ben"))
    expect(knownDevice(second, "Ada")).toBe(knownDevice(first, "Ada"))
    expect(knownDevice(second, "Ben")).toBe(knownDevice(first, "Ada"))
    expect(knownDevice(first, "Ben")).toBeUndefined()
    expect(knownDevice(second, undefined)).toBeUndefined()
  })

  test("is forgotten after a year, and by those who have not used it for longest", () => {
    const first = withCookie(deviceCookie(here, "Ada"))
    const last = ["Ben", "Cy", "Di", "Ed", "Flo"].reduce((at, id) => withCookie(deviceCookie(at, id)), first)
    expect([knownDevice(last, "Ada"), knownDevice(last, "Ben")]).toEqual([undefined, knownDevice(first, "Ada")])
    vi.useFakeTimers({ now: Date.now() + 366 * DAY * 1000 })
    expect(knownDevice(first, "Ada")).toBeUndefined()
    vi.useRealTimers()
  })

  test("does not tell whose it is, and cannot be made up or changed", () => {
    const { name, value } = deviceCookie(here, "Ada")
    expect(Buffer.from(value, "base64url").toString()).not.toContain("Ada")
    const claim = Buffer.from('{"device":"mine","accounts":["Ada"],"until":9e15}').toString("base64url")
    for (const forged of [claim, `${value.split(".")[0]}.${claim}`, `${value.slice(0, -4)}AAAA`, ""])
      expect(knownDevice(withCookie({ name, value: forged }), "Ada"), forged).toBeUndefined()
  })
})
