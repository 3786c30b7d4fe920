import { PassThrough } from "node:stream"
import { expect, test } from "vitest"
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
  await drain(body)
  expect(seen).toEqual({ sent: 30, cancelled: false })
})

test("one that never ends is cut off", async () => {
  const seen = { sent: 0, cancelled: false }
  await drain(bodyOf(requestOf(Number.POSITIVE_INFINITY, seen)))
  expect(seen.cancelled).toBe(true)
  expect(seen.sent).toBeLessThan(110)
})

test("nothing sent, or all of it read, is nothing to wait for", async () => {
  await drain(undefined)
  const body = bodyOf(requestOf(1, { sent: 0, cancelled: false }))
  await body?.toArray()
  await drain(body)
})
