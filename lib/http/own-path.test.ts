import { expect, test } from "vitest"
import { ownPath } from "./own-path"

test("a path on this site is kept with its query", () => {
  expect(ownPath("/requests/new?return=check#top")).toBe("/requests/new?return=check")
  expect(ownPath("/requests/../profile")).toBe("/profile")
})

test.each([
  undefined,
  ["/requests"],
  "",
  "requests",
  "https://evil.example/",
  "javascript:alert(1)",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/requests/..//evil.example",
])("%j leads nowhere", (next) => {
  expect(ownPath(next)).toBeUndefined()
})
