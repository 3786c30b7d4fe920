import { expect, test } from "vitest"
import { z } from "zod"
import { unknownFields } from "./unknown-fields"

const schema = z.object({
  customerId: z.string().optional(),
  happeningNow: z.boolean().optional(),
  premises: z.object({ line1: z.string() }).nullable(),
  shifts: z.array(z.object({ from: z.string() })).default([]),
  levels: z.record(z.string(), z.object({ level: z.number() })),
})

test("what the contract names is known, at any depth", () => {
  const value = { customerId: "1", premises: { line1: "" }, shifts: [{ from: "" }], levels: { gas: { level: 1 } } }
  expect(unknownFields(schema, value, "field")).toEqual({})
  expect(unknownFields(schema, { premises: null, shifts: "none", levels: 7 }, "field")).toEqual({})
})

test("everything else is named with its path, and with what was probably meant", () => {
  const value = {
    hapeningNow: true,
    CustomerID: "1",
    colour: "red",
    premises: { line1: "", postCode: "" },
    shifts: [{ from: "" }, { form: "" }],
    levels: { gas: { levle: 1 } },
    __proto__: null,
    toString: 1,
  }
  expect(unknownFields(schema, value, "field")).toEqual({
    hapeningNow: "There is no field of this name. Did you mean happeningNow?",
    CustomerID: "There is no field of this name. Did you mean customerId?",
    colour: "There is no field of this name",
    toString: "There is no field of this name",
    "premises.postCode": "There is no field of this name",
    "shifts.1.form": "There is no field of this name. Did you mean from?",
    "levels.gas.levle": "There is no field of this name. Did you mean level?",
  })
})

test("a query without parameters has none", () => {
  expect(unknownFields(z.object({}), { q: "leak" }, "parameter")).toEqual({ q: "There is no parameter of this name" })
})
