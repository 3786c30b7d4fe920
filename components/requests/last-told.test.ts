import { expect, test } from "vitest"
import { isStillNews, lastTold } from "./last-told"

type Entry = Parameters<typeof lastTold>[0][number]

const person = (id: string) => ({ id, name: id, kind: "account" as const })
const entry = (kind: Entry["kind"], by: string | undefined, data: Entry["data"] = {}): Entry => ({
  kind,
  data,
  actor: by === undefined ? null : person(by),
  createdAt: new Date(),
})

const NOTE = entry("moved", "tom", { to: "on_hold", note: "Send us a photo." })
const ANSWER = entry("messaged", "amara", { from: "customer", message: "Here it is." })

test("what staff wrote last is told until something else is said or done", () => {
  expect(lastTold([NOTE, entry("attached", "amara")])).toMatchObject({ name: "note", text: "Send us a photo." })
  expect(lastTold([NOTE, ANSWER])).toBeUndefined()
  expect(lastTold([NOTE, entry("moved", "tom", { to: "in_progress" })])).toBeUndefined()
  expect(lastTold([NOTE, entry("messaged", "tom", { from: "staff", message: "We come." })])).toMatchObject({
    name: "message",
    text: "We come.",
  })
})

test("that a message has arrived is news until it is answered, whatever else follows from it by itself", () => {
  const moved = entry("moved", undefined, { to: "in_progress", because: "reply" })
  expect(isStillNews([NOTE, ANSWER, moved, entry("reassigned", undefined)], "amara")).toBe(true)
  expect(isStillNews([NOTE, ANSWER, entry("messaged", "tom", { from: "staff", message: "Thanks." })], "amara")).toBe(
    false,
  )
  expect(isStillNews([NOTE, ANSWER, entry("moved", undefined, { to: "closed", because: "silence" })], "amara")).toBe(
    false,
  )
})
