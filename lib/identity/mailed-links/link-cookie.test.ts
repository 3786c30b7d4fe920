import { expect, test } from "vitest"
import { moveSecretToCookie } from "./link-cookie"

const TOKEN = "Zb3_q".repeat(8)
const hop = (path: string) => moveSecretToCookie(new URL(path, "http://localhost:3000"))

test.each([
  ["/verify", "token", "/verify"],
  ["/reset", "token", "/reset"],
  ["/register/staff", "code", "/register/staff"],
  // Where one may have to sign in first, on another page.
  ["/profile/email/confirm", "token", "/"],
])("the secret of a link to %s leaves the address for a cookie of that page alone", (page, name, path) => {
  const { location, cookie } = hop(`${page}?${name}=${TOKEN}`) ?? {}
  expect(location?.pathname).toBe(page)
  expect(location?.search).toMatch(/^\?link=[\w-]{11}$/)
  const key = location?.searchParams.get("link")
  expect(cookie).toBe(`link-${key}=${TOKEN}; Path=${path}; Max-Age=3600; HttpOnly; SameSite=Lax`)
  expect(TOKEN).not.toContain(key)
})

test("two links in one browser are kept apart, and one opened twice is the same", () => {
  const addressOf = (token: string) => hop(`/reset?token=${token}`)?.location.href
  expect(addressOf("one")).not.toBe(addressOf("two"))
  expect(addressOf("one")).toBe(addressOf("one"))
})

test("nothing of what is no secret gets into a cookie, or stays in the address", () => {
  for (const secret of ["", "a%3B+Domain=evil.example", "a%0D%0ASet-Cookie:+b", "x".repeat(201)]) {
    expect(hop(`/verify?token=${secret}&next=//evil.example`)).toMatchObject({ cookie: undefined })
    expect(hop(`/verify?token=${secret}&next=//evil.example`)?.location.href).toBe("http://localhost:3000/verify")
  }
})

test("other addresses are left as they are", () => {
  for (const path of ["/verify", "/verify?done=1", "/reset?link=AAAAAAAAAAA", "/register?code=a", "/?token=a"])
    expect(hop(path)).toBeUndefined()
})
