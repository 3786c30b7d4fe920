import { expect, test } from "vitest"
import { handlerOf } from "./handler"

/** An answer that holds something until it is ended, and the client who asks for it. */
function asked() {
  const client = new AbortController()
  const held = { isEnded: false }
  const end = () => {
    held.isEnded = true
  }
  const handle = handlerOf(
    { method: "get", path: "/events" },
    async () => new Response(new ReadableStream({ cancel: end }, { highWaterMark: 0 })),
  )
  const request = new Request("http://gas.example/events", { signal: client.signal })
  return { client, held, answer: () => handle(request, { params: Promise.resolve({}) }) }
}

test("an answer whose client leaves before it is read holds nothing any more, however early they leave", async () => {
  const [late, early] = [asked(), asked()]
  await late.answer()
  expect(late.held.isEnded).toBe(false)
  late.client.abort()
  early.client.abort()
  await early.answer()
  expect([late, early].map(({ held }) => held.isEnded)).toEqual([true, true])
})

test("an answer that is being read is left to who reads it", async () => {
  const { client, held, answer } = asked()
  const reader = (await answer()).body?.getReader()
  client.abort()
  await Promise.resolve()
  expect(held.isEnded).toBe(false)
  await reader?.cancel()
  expect(held.isEnded).toBe(true)
})
