import { expect, test } from "vitest"
import { Email, Phone } from "@/lib/identity/accounts/contract"
import { asciiDigits, cleanCode, cleanLine, cleanProse } from "./clean-text"
import { Premises } from "./premises"

test.each([
  ["a zero-width space", "g\u200bas smell", "gas smell"],
  ["a soft hyphen", "boi\u00adler", "boiler"],
  ["a byte order mark", "\ufeffboiler", "boiler"],
  ["marks that turn the text", "\u202eyraM\u202c \u2066x\u2069", "yraM x"],
  ["other controls", "a\u000bb\u000cc\u001b[31md\u0000e", "a b c [31md e"],
  ["blanks of all widths", "12\u00a0Mill\u2003Lane\u202f7", "12 Mill Lane 7"],
  ["line ends of all kinds", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["halves of characters", "a\ud800b", "a\ufffdb"],
  ["composed and decomposed letters", "Siobha\u0301n", "Siobhán"],
  ["a joiner between Latin letters", "g\u200das", "gas"],
  ["hidden tags", "leak\u{e0041}\u{e0042}", "leak"],
])("%s is cleaned", (_, typed, cleaned) => {
  expect(cleanProse(typed)).toBe(cleaned)
})

test.each([
  ["Persian", "می\u200cخواهم"],
  ["Hindi", "क्\u200dष"],
  ["a family", "👨\u200d👩\u200d👧"],
  ["a heart on fire", "❤\ufe0f\u200d🔥"],
  ["the flag of Wales", "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}"],
  ["tabs and line ends in a text", "a\tb\nc"],
])("%s stays as it is", (_, text) => {
  expect(cleanProse(text)).toBe(text)
})

test.each([
  ["tags", "\u{e0041}"],
  ["joiners", "\u200d"],
  ["joiners between letters that take them", "می\u200c"],
  ["marks", "\u0301"],
  ["marks with joiners", "\u0301\u200d"],
])("a text of nothing but %s is cleaned before anybody notices", (_, piece) => {
  const text = cleanProse(`م${piece.repeat(100_000)}م`)
  expect(cleanProse(text)).toBe(text)
})

test("what is far too long is refused and not cleaned", () => {
  const { error } = Phone.safeParse(`0151${",".repeat(1_000_000)}0`)
  expect(error?.issues.map(({ message }) => message)).toEqual(["Phone number must be 40 characters or fewer"])
  expect(Email.safeParse(`${",".repeat(1_000_000)}a@example.com`).success).toBe(false)
})

test("a line has no line ends, and one blank between words", () => {
  expect(cleanLine("  12 Mill\r\n\tLane \u200b ")).toBe("12 Mill Lane")
  expect(cleanLine("\u200b\u2060\ufeff \u00a0")).toBe("")
})

test("digits of every script are digits", () => {
  expect(asciiDigits("٠١٢ ۷۸۹ ０９ ९ ๙")).toBe("012 789 09 9 9")
})

test.each([
  ["ls1\u00a04ab,", "LS1 4AB"],
  [" “LS1 4AB” ", "LS1 4AB"],
  ["LS1\u20114AB", "LS1 4AB"],
  ["LS1\u200b4AB", "LS1 4AB"],
  ["ec1a1bb, UK", "EC1A 1BB"],
  ["LS1 4AB, United Kingdom", "LS1 4AB"],
  ["1234 AB", "1234 AB"],
  ["D02 X285", "D02 X285"],
])("the postcode %j is %s", (typed, postcode) => {
  expect(Premises.shape.postcode.parse(typed)).toBe(postcode)
})

test.each([
  ["1234 5678", "12345678"],
  ["MPRN: 1234-5678-90", "1234567890"],
  ["１２３４５６７", "1234567"],
])("the MPRN %j is %s", (typed, mprn) => {
  expect(Premises.shape.mprn.parse(typed)).toBe(mprn)
})

test.each([
  ["S/N 123 456", "123456"],
  ["Serial no. G4-A 00117", "G4-A00117"],
  ["meter serial number: E6S\u201010", "E6S-10"],
  ["SN1234", "SN1234"],
])("the meter serial %j is %s", (typed, serial) => {
  expect(Premises.shape.meterSerial.parse(typed)).toBe(serial)
})

test.each([
  "0151 496 0000",
  "+44 (0)151 496 0000",
  "0151.496.0000",
  "0151/4960000",
  "0151\u2011496\u20130000",
  "\u202d0151 496 0000\u202c",
  "0151\u00a0496\u00a00000,",
  "０１５１ ４９６ ００００",
  "0151 496 0000 ext 12",
  "0151 496 0000 x12",
  "٠١٥١ ٤٩٦ ٠٠٠٠",
  "tel:+44-151-496-0000",
  "Tel: 0151 496 0000",
  "☎ 0151 496 0000",
  "0151 496 0000 (home)",
])("%j is a phone number", (typed) => {
  expect(Phone.safeParse(typed).success).toBe(true)
})

test.each(["call me", "12345", "0151 496 0000 0000 0000", "0151-CALL-ME", "ext 12"])("%j is none", (typed) => {
  expect(Phone.safeParse(typed).success).toBe(false)
})

test("a phone number is kept as it was typed, but for what nobody sees and what only says that it is one", () => {
  expect(Phone.parse("\u202d(0151)\u00a0496\u20110000\u202c")).toBe("(0151) 496-0000")
  expect(Phone.parse("Mobile: 0151 496 0000 (my son's)")).toBe("0151 496 0000")
})

test.each([
  [" mailto:Ann@Example.com ", "Ann@Example.com"],
  ["Ann Lee <ann@example.com>,", "ann@example.com"],
  ["“ann@example.com”.", "ann@example.com"],
  ["ann＠example.com", "ann@example.com"],
  ["ann@müller.example", "ann@xn--mller-kva.example"],
  ["ann@xn--mller-kva.example", "ann@xn--mller-kva.example"],
])("the email address %j is %s", (typed, email) => {
  expect(Email.parse(typed)).toBe(email)
})

test("cleaning twice changes nothing more", () => {
  const typed = "\u202e Łódź\u00a0 «12\u20113» \u200b,"
  for (const clean of [cleanProse, cleanLine, cleanCode]) expect(clean(clean(typed))).toBe(clean(typed))
})
