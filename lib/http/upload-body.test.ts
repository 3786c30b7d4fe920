import { PassThrough } from "node:stream"
import { expect, test } from "vitest"
import { readJson } from "./json-body"
import { bodyOf, drain } from "./upload-body"

const MEGABYTE = 1_000_000

function requestOf(megabytes: number, seen: { sent: number; cancelled: boolean }): Request {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (seen.sent === megabytes) return controller.close()
      seen.sent++
      controller.enqueue(new Uint8Array(MEGABYTE))
    },
    cancel() {
      seen.cancelled = true
    },
  })
  return new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit)
}

test("a body left half read is taken in to its end", async () => {
  const seen = { sent: 0, cancelled: false }
  const body = bodyOf(requestOf(30, seen))
  const reader = new PassThrough()
  body?.pipe(reader)
  await new Promise((resolve) => reader.once("readable", resolve))
  body?.unpipe(reader)
  expect(await drain(body)).toBe(true)
  expect(seen).toEqual({ sent: 30, cancelled: false })
})

test("one that never ends is cut off", async () => {
  const seen = { sent: 0, cancelled: false }
  expect(await drain(bodyOf(requestOf(Number.POSITIVE_INFINITY, seen)))).toBe(false)
  expect(seen.cancelled).toBe(true)
  expect(seen.sent).toBeLessThan(110)
})

test("nothing sent, or all of it read, is nothing to wait for", async () => {
  await drain(undefined)
  const body = bodyOf(requestOf(1, { sent: 0, cancelled: false }))
  await body?.toArray()
  await drain(body)
})

test("JSON that is somewhat too large is read to its end, and what never ends is cut off", async () => {
  for (const [megabytes, seen] of [
    [2, { sent: 2, cancelled: false }],
    [Number.POSITIVE_INFINITY, { sent: expect.any(Number), cancelled: true }],
  ] as const) {
    const was = { sent: 0, cancelled: false }
    await expect(readJson(requestOf(megabytes, was))).rejects.toMatchObject({ code: "too_large" })
    expect(was).toEqual(seen)
    expect(was.sent).toBeLessThan(15)
  }
})
