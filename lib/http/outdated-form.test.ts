import { describe, expect, test } from "vitest"
import { isOfAnotherPage, outdated } from "./outdated-form"

const SEND = "40".padEnd(42, "a")
const SIGN_OUT = "00".padEnd(42, "b")
const GONE = "40".padEnd(42, "c")
const KNOWN = {
  [SEND]: { workers: { "app/(portal)/requests/[id]/page": {} } },
  [SIGN_OUT]: { workers: { "app/(public)/page": {}, "app/_not-found/page": {} } },
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const byReference = (id: string) => ({ $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}` })

describe("a form is outdated when this build has its action no more, or not on its page", () => {
  test.each([
    ["a form as Next writes it", byReference(SEND), "/requests/1", false],
    ["a form with nothing but a button", { [`$ACTION_ID_${SEND}`]: "" }, "/requests/1", false],
    ["an action that every page has", { [`$ACTION_ID_${SIGN_OUT}`]: "" }, "/no/such/page", false],
    ["an action that is gone", byReference(GONE), "/requests/1", true],
    ["a button whose action is gone", { [`$ACTION_ID_${GONE}`]: "" }, "/requests/1", true],
    ["a form that was moved to another page", byReference(SEND), "/profile", true],
    ["a form that was moved to the page above", byReference(SEND), "/requests", true],
    ["what names no action", { note: "hello" }, "/requests/1", false],
    ["what nobody's form names", byReference("x"), "/requests/1", false],
    ["a reference that refers to nothing", { $ACTION_REF_1: "" }, "/requests/1", false],
  ])("%s", (_name, fields, path, isOutdated) => {
    expect(outdated(formOf(fields), path, KNOWN) !== undefined).toBe(isOutdated)
  })
})

test("what was typed is kept with the form it was typed into, and no password is", () => {
  const form = formOf({
    ...byReference(GONE),
    $ACTION_FORM: "note-",
    note: "Dial 2",
    password: "secret",
    "days[]": "mon",
  })
  form.append("days[]", "tue")
  form.append("photo", new File(["x"], "x.png"))
  expect(outdated(form, "/requests/1", KNOWN)).toEqual({
    path: "/requests/1",
    form: "note-",
    values: { note: "Dial 2", days: ["mon", "tue"] },
  })
})

test.each([
  ["of its page", "/requests/1", SEND, false],
  ["that every page has", "/profile", SIGN_OUT, false],
  ["of another page", "/profile", SEND, true],
  ["that no page has, which Next refuses", "/profile", GONE, false],
  ["that is no name of any", "/profile", "__proto__", false],
])("a form sent with scripts that names an action %s", (_name, path, id, isForeign) => {
  const sent = new Request(`http://localhost:3000${path}`, { method: "POST", headers: { "next-action": id } })
  expect(isOfAnotherPage(sent, KNOWN)).toBe(isForeign)
})
