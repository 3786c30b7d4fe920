import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { goingOn } from "./lists-going-on"
import { UploadList } from "./upload-list"

const file = new File(["a note"], "a.txt", { type: "text/plain" })
const heard = new Map<string, (event: object) => void>()
const called: string[] = []
let isSending = () => {}

/** Sends and never ends. */
class Endless {
  upload = {}
  open() {}
  setRequestHeader() {}
  abort() {}
  send() {
    isSending()
  }
}

beforeEach(() => {
  heard.clear()
  called.length = 0
  const address = "https://gas.example/uploads/incoming/1"
  const begun = {
    id: "1",
    uploadUrl: address,
    fallbackUrl: address,
    headers: {},
    expiresAt: new Date(Date.now() + 60_000),
  }
  vi.stubGlobal("document", { documentElement: { dataset: {} } })
  vi.stubGlobal("XMLHttpRequest", Endless)
  vi.stubGlobal("addEventListener", (name: string, listener: () => void) => heard.set(name, listener))
  vi.stubGlobal("removeEventListener", (name: string) => heard.delete(name))
  vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
    called.push(`${method} ${path}`)
    return Response.json(begun, { status: 201 })
  })
})
afterEach(() => vi.unstubAllGlobals())

test("what is on its way when its window is closed is deleted, and goes on in a page that may be shown again", async () => {
  const sending = new Promise<void>((tell) => {
    isSending = tell
  })
  new UploadList("/uploads/requests/2", () => undefined).add([file], 20)
  await sending
  called.length = 0
  heard.get("pagehide")?.({ persisted: true })
  expect(called).toEqual([])
  heard.get("pagehide")?.({ persisted: false })
  expect(called).toEqual(["DELETE /api/v1/attachments/uploads/1"])
})

test("what is ready for a message is counted, is named once, goes with the message, and is left for a kept one", () => {
  const list = new UploadList(undefined, () => undefined)
  list.restore(["1", "2", ""], ["a.txt", "b.txt", ""])
  list.restore(["1"], ["a.txt"])
  expect(list.items.map(({ name, state }) => [name, state])).toEqual([
    ["a.txt", "ready"],
    ["b.txt", "ready"],
  ])
  expect([list.isBusy, list.hasFailed, heard.has("beforeunload")]).toEqual([false, false, true])
  list.add([file], 2)
  expect(list.items.at(-1)).toMatchObject({ state: "failed" })
  list.sent(["1"])
  list.leave()
  expect([list.items, called, heard.has("beforeunload")]).toEqual([[], [], false])
  list.restore(["3"], ["c.txt"])
  list.remove(list.items[0]?.key ?? 0)
  expect(called).toEqual(["DELETE /api/v1/attachments/uploads/3"])
})

test("a list that is going on is found again by the page that follows, until all of it has come", () => {
  const list = new UploadList("/uploads/drafts/7", () => undefined)
  expect(goingOn("/uploads/drafts/7")).toBeUndefined()
  list.add([file], 20)
  for (const to of ["/uploads/drafts/7", undefined]) expect(goingOn(to)).toBe(list)
  for (const { key } of list.items) list.remove(key)
  expect(goingOn("/uploads/drafts/7")).toBeUndefined()
})

test("whoever closes the window of what is on its way is asked first", () => {
  const list = new UploadList("/uploads/requests/2", () => undefined)
  list.add([file], 20)
  expect(heard.has("beforeunload")).toBe(true)
  for (const { key } of list.items) list.remove(key)
  expect(heard.has("beforeunload")).toBe(false)
})
