import { domainToASCII } from "node:url"
import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanEmail } from "./clean-text"
import { shownEmail } from "./shown-email"

test.each([
  "jörg@müller.example",
  "ana@correo.españa",
  "wang@例子.测试",
  "info@شركة.مثال",
  "a@xn.example",
  "ivan@почта.рф",
  "straße@faß.de",
])("%s is kept as mail is sent and shown as it was typed", (typed) => {
  const kept = cleanEmail(typed)
  expect(kept.split("@")[1]).toMatch(/^[\x21-\x7e]+$/)
  expect(shownEmail(kept)).toBe(typed)
})

test("what is no such domain stays as it is", () => {
  for (const email of ["a@example.org", "a@xn--", "a@xn--a b.org", "a@xn--99999999999.org", "no address", ""])
    expect(shownEmail(email)).toBe(email)
})

test("every domain that Node can write in ASCII reads as Node reads it", () => {
  const letters = "abzäöñçéłйжδσ例测漢あ한"
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 }), (label) => {
      const kept = domainToASCII(`${label}.example`)
      if (kept !== "") expect(shownEmail(`a@${kept}`)).toBe(`a@${label.normalize("NFC")}.example`)
    }),
  )
})
