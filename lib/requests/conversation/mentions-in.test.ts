import { expect, test } from "vitest"
import { mentionsIn } from "./mentions-in"

const PEOPLE = ["Grace Lindqvist", "Tom Fletcher", "Tom Fletcher-Hughes", "Ana Ruiz", "Ana Ruíz Peña"].map((name) => ({
  id: name,
  name,
}))
const named = (text: string) => mentionsIn(text, PEOPLE).map(({ name }) => name)

test.each([
  ["@Grace Lindqvist, can you look?", ["Grace Lindqvist"]],
  ["can you look, @grace?", ["Grace Lindqvist"]],
  ["(@GRACE LINDQVIST)", ["Grace Lindqvist"]],
  ["@Tom Fletcher-Hughes and @Tom Fletcher.", ["Tom Fletcher-Hughes", "Tom Fletcher"]],
  ["@Grace\nLindqvist", ["Grace Lindqvist"]],
  ["@Grace @Grace Lindqvist", ["Grace Lindqvist"]],
])("%j mentions %j", (text, expected) => expect(named(text)).toEqual(expected))

test.each(["@Tom has a ladder", "@Gracie knows", "grace@grace.example", "a.b@Grace", "Grace Lindqvist", "@ Grace"])(
  "%j mentions nobody",
  (text) => expect(named(text)).toEqual([]),
)
