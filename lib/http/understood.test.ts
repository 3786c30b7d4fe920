import { expect, test } from "vitest"
import { z } from "zod"
import { understood } from "./understood"

const Listed = z
  .object({ q: z.string().max(5).optional(), status: z.enum(["open"]).optional(), limit: z.number().optional() })
  .refine(({ q, status }) => !(q && status), { path: ["status"], message: "Not with a search" })

test("what a list understands of an address is asked for, and the rest is named", () => {
  expect(understood(Listed, { q: "boiler", status: "open", limit: "5" })).toEqual({
    wanted: { status: "open", limit: "5" },
    unused: ["q"],
  })
})

test("what is wrong only beside the rest is left out, too, and nothing is asked for by an empty part", () => {
  expect(understood(Listed, { q: "gas", status: "open" })).toEqual({ wanted: { q: "gas" }, unused: ["status"] })
  expect(understood(Listed, { q: "", status: undefined })).toEqual({ wanted: {}, unused: [] })
})
