import { expect, test } from "vitest"
import { AppError } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import { OPERATIONS } from "@/lib/testing/call-operation"
import { sampleOf, waysInto, withChanged } from "@/lib/testing/sample"
import { parse } from "./parse"

const WRONG: unknown[] = [
  undefined,
  null,
  true,
  "",
  "no",
  " ",
  "long ".repeat(50_000),
  -1,
  0,
  0.5,
  2 ** 60,
  Number.NaN,
  [],
  [[]],
  Array.from({ length: 1000 }, () => "x"),
  Array.from({ length: 1000 }, (_, at) => ({ id: at })),
  {},
  { it: 1 },
]

/** Words of the library, which speaks of its types. */
const RAW =
  /invalid (input|option|string|key|value|element|datetime|date|uuid|email|url|record)|expected|received|too (big|small)|>=|<=|undefined|nan\b|"\||must match/i

function messagesOf({ input }: Operation, raw: unknown): string[] {
  try {
    parse(input, raw)
    return []
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return Object.values(thrown.fields ?? {})
  }
}

test.each(OPERATIONS)("%s says in plain words what is wrong with a value", (_, op) => {
  const sample = sampleOf(op.input)
  const said = new Set(
    WRONG.flatMap((wrong) => waysInto(sample).flatMap((way) => messagesOf(op, withChanged(sample, way, wrong)))),
  )
  for (const message of said) expect(message).not.toMatch(RAW)
})

test("where a contract has no words of its own, the kind of value that it takes is named", () => {
  const said = (name: string, fields: Record<string, unknown>) => {
    const [, op] = OPERATIONS.find(([it]) => it === name) ?? []
    return op ? messagesOf(op, { ...(sampleOf(op.input) as object), ...fields }) : undefined
  }
  expect(said("saveView", { shared: "yes" })).toEqual(["This must be true or false"])
  expect(said("saveView", { filter: undefined })).toEqual(["This field is required"])
  expect(said("saveView", { filter: [] })).toEqual(["This must be an object"])
})
