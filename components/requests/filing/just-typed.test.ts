import { expect, test } from "vitest"
import { forgetTyped, rememberTyped, typedSince } from "./just-typed"

const page = { id: "a draft", version: 3, step: "details" } as const

test("a page that was made before what was typed had arrived shows it all the same", () => {
  const saved = rememberTyped(page, { title: "Hm" })
  expect(typedSince(page)).toEqual({ words: { title: "Hm" }, saved: false })
  saved(4)
  expect(typedSince(page)).toEqual({ words: { title: "Hm" }, saved: true })
})

test("a page that was made after it, another page and a sent one show what the server knows", () => {
  rememberTyped(page, { title: "Hm" })(4)
  expect(typedSince({ ...page, version: 4 })).toBeUndefined()
  expect(typedSince({ ...page, step: "premises" })).toBeUndefined()
  forgetTyped(page)
  expect(typedSince(page)).toBeUndefined()
})
