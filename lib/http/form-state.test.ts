import { expect, test, vi } from "vitest"
import { readForm, typedValues } from "./form-state"

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test("dotted names nest, and `[]` is a list however many were ticked", () => {
  const data = form(["premises.town", "Leeds"], ["premises.line1", "1 High Street"], ["skills[]", "gas"])
  expect(readForm(data)).toEqual({ premises: { town: "Leeds", line1: "1 High Street" }, skills: ["gas"] })
})

test("choices that were offered and none of them ticked are an empty list", () => {
  expect(readForm(form(["skills[]", ""]))).toEqual({ skills: [] })
  expect(readForm(form(["skills[]", ""], ["skills[]", "gas"]))).toEqual({ skills: ["gas"] })
})

test("what was left empty is absent, be it text or a file", () => {
  expect(readForm(form(["title", "  "], ["files[]", new File([], "")], ["name", "Ann"]))).toEqual({ name: "Ann" })
})

test("line ends are what was typed, not what the browser sent", () => {
  expect(readForm(form(["note", "one\r\ntwo"]))).toEqual({ note: "one\ntwo" })
})

test("names that would reach into objects, and the framework's own, are left out", () => {
  const data = form(
    ["__proto__.admin", "1"],
    ["a.constructor.b", "1"],
    ["$ACTION_KEY", "k"],
    ["form:prefix", "a-"],
    ["ok", "1"],
  )
  expect(readForm(data)).toEqual({ ok: "1" })
  expect(Object.hasOwn(Object.prototype, "admin")).toBe(false)
})

test("typed text goes back to the form without passwords and files", () => {
  const data = form(["title", ""], ["newPassword", "secret"], ["file", new File(["x"], "x.txt")], ["skills[]", "gas"])
  expect(typedValues(data)).toEqual({ title: "", skills: ["gas"] })
})

test("a password is taken exactly as it was typed, spaces alone included", () => {
  const data = form(["password", "        "], ["newPassword", ""], ["currentPassword", " a\r\nb "])
  expect(readForm(data)).toEqual({ password: "        ", currentPassword: " a\r\nb " })
})

test("a form of very many fields is read once, however many names it has", () => {
  const data = new FormData()
  for (let i = 0; i < 100; i++) data.append(`field${i}`, "x")
  const asked = vi.spyOn(data, "getAll")
  expect(Object.keys(typedValues(data))).toHaveLength(100)
  expect(Object.keys(readForm(data))).toHaveLength(100)
  expect(asked).not.toHaveBeenCalled()
})
