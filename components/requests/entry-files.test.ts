import { expect, test } from "vitest"
import type { Attachment } from "@/lib/requests/attachments/contract"
import type { TimelineEntry } from "@/lib/requests/contract"
import { entriesWithFiles } from "./entry-files"

const MINUTE = 60_000

const entry = (id: number, data: Record<string, unknown> = {}, by = "amara", minute = id) =>
  ({
    id,
    kind: data.attachmentId ? "attached" : "messaged",
    data,
    actor: { id: by, name: by, kind: "account" },
    visibleToCustomer: true,
    createdAt: new Date(minute * MINUTE),
  }) as TimelineEntry
const attached = (id: number, attachmentId: string, by?: string, minute?: number) =>
  entry(id, { attachmentId, name: attachmentId }, by, minute)

const file = (id: string, of: Partial<Attachment> = {}): Attachment => ({
  ...{ id, name: id, mediaType: "image/jpeg", bytes: 1, messageId: null, scan: "none", picture: "made" },
  createdAt: new Date(0),
  ...of,
})

const shape = (items: readonly TimelineEntry[], files: readonly Attachment[]) =>
  entriesWithFiles(items, files).map((it) => [it.entry.id, it.files.map(({ id }) => id), it.attached])

test("files that came with a message are shown with it, and have no entries of their own", () => {
  const files = [file("a", { messageId: 3 }), file("b", { messageId: 3 })]
  expect(shape([attached(1, "a"), attached(2, "b"), entry(3)], files)).toEqual([[3, ["a", "b"], 0]])
  // The message stands on another page.
  expect(shape([attached(1, "a")], files)).toEqual([[1, ["a"], 1]])
})

test("files that came on their own are shown where they came, together if one person attached them in a row", () => {
  const files = [file("a"), file("b"), file("c"), file("d")]
  const items = [attached(1, "a"), attached(2, "b"), attached(3, "c", "grace"), entry(4), attached(5, "d")]
  expect(shape(items, files)).toEqual([
    [1, ["a", "b"], 2],
    [3, ["c"], 1],
    [4, [], 0],
    [5, ["d"], 1],
  ])
})

test("what is attached much later is an entry of its own, with its own time", () => {
  const items = [attached(1, "a"), attached(2, "b", "amara", 60)]
  expect(shape(items, [file("a"), file("b")])).toEqual([
    [1, ["a"], 1],
    [2, ["b"], 1],
  ])
})

test("a file that nobody can open, or that is gone, is told of by its name alone", () => {
  const files = [file("held", { scan: "pending" }), file("harmful", { scan: "found" })]
  expect(shape([attached(1, "held"), attached(2, "harmful"), attached(3, "gone")], files)).toEqual([
    [1, [], 1],
    [2, [], 1],
    [3, [], 1],
  ])
})

test("a message says how many of its files were removed, and these have no entries beside that", () => {
  const removed = (id: number, attachmentId: string, messageId?: number) =>
    ({ ...entry(id, { attachmentId, messageId }), kind: "detached" }) as TimelineEntry
  const items = [entry(1), attached(2, "a"), attached(3, "b"), removed(4, "a", 1), attached(5, "c"), removed(6, "c")]
  const rows = entriesWithFiles(items, [file("b", { messageId: 1 })])
  expect(rows.map((it) => [it.entry.id, it.files.map(({ id }) => id), it.removed])).toEqual([
    [1, ["b"], 1],
    [4, [], 0],
    [5, [], 0],
    [6, [], 0],
  ])
})
