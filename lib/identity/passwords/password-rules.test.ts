import { describe, expect, test } from "vitest"
import { NewPassword } from "./contract"
import { strengthOf } from "./password-strength"
import { refusePassword } from "./refuse-password"

const taken = (password: string) => NewPassword.safeParse(password).success

test("a password has 8 to 128 characters, counted as people do", () => {
  expect([taken("1234567"), taken("12345678")]).toEqual([false, true])
  expect([taken("x".repeat(128)), taken("x".repeat(129))]).toEqual([true, false])
  expect([taken("🔥".repeat(7)), taken("🔥".repeat(8))]).toEqual([false, true])
  expect([taken("🔥".repeat(128)), taken("🔥".repeat(129))]).toEqual([true, false])
})

test("any characters are taken, and none is changed", () => {
  for (const password of [
    "        ",
    "  spaces around  ",
    "\u00e9 or e\u0301 stay",
    "tab\tand\nline",
    "ﬁn – 密码密码密码",
  ])
    expect(NewPassword.parse(password)).toBe(password)
})

describe("what others would try first is refused:", () => {
  const refused = (password: string, email = "dana.reed@example.test") => {
    try {
      refusePassword(password, email)
    } catch (thrown) {
      return thrown
    }
  }
  const isRefused = (password: string, email?: string) =>
    expect(refused(password, email)).toMatchObject({ code: "invalid", fields: { password: expect.any(String) } })

  test("the most common, in any case", () => {
    for (const password of ["password", "12345678", "qwertyuiop", "password123", "PassWord1", "ILOVEYOU", "trustno1"])
      isRefused(password)
  })

  test("the e-mail address, and what stands before its @", () => {
    isRefused("Dana.Reed@Example.test")
    isRefused("DANA.REED")
    isRefused('"a@b long"', '"a@b long"@example.test')
  })

  test("and nothing else", () => {
    for (const password of ["correct horse battery", "dana.reed@example", "password ", "demo-Northgate-1"])
      expect(refused(password)).toBeUndefined()
  })
})

test("a hint says how strong a password seems, and length counts most", () => {
  const strengths = (...passwords: string[]) => passwords.map((password) => strengthOf(password))
  expect(strengths("", "qW3$")).toEqual(Array(2).fill("short"))
  expect(strengths("aaaaaaaaaaaaaaaa", "abababababababab", "12121999")).toEqual(Array(3).fill("weak"))
  expect(strengths("greenlamp", "Tr0ub4dor")).toEqual(["fair", "fair"])
  expect(strengths("correct horse battery", "xK9$mQ2&vL7!", "einzelhandelskaufmann")).toEqual(Array(3).fill("strong"))
})
