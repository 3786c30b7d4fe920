import { expect, test } from "vitest"
import { readForm } from "@/lib/http/form-state"
import { fromStrings, parse } from "@/lib/http/parse"
import { AssignmentForm } from "./assignment-form"

test("a form with nothing chosen for a category leaves it as all others", () => {
  const form = new FormData()
  form.set("version", "3")
  form.set("strategy", "skilled")
  form.set("strategies.billing", "random")
  form.set("strategies.repair", "")
  form.set("levels.repair", "2")
  form.set("levels.billing", "")
  expect(parse(AssignmentForm, fromStrings(AssignmentForm, readForm(form)))).toEqual({
    version: 3,
    strategy: "skilled",
    strategies: { billing: "random" },
    levels: { repair: 2 },
  })
})
