import { expect } from "@playwright/test"
import type { Change } from "@/lib/requests/live/contract"

export interface Listening {
  /** What has been told so far, and the id to go on from. */
  kinds: () => Change["kind"][]
  text: () => string
  last: () => string
  stop: () => void
}

/** Listens to what changes, as a program does with a token: from now on, or from where another stream ended. */
export async function listening(baseURL: string | undefined, accessToken: string, since?: string): Promise<Listening> {
  const ending = new AbortController()
  const answer = await fetch(`${baseURL}/api/v1/events`, {
    headers: { authorization: `Bearer ${accessToken}`, ...(since && { "last-event-id": since }) },
    signal: ending.signal,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toContain("text/event-stream")
  let text = ""
  void read().catch(() => undefined)
  async function read() {
    const decoder = new TextDecoder()
    for await (const piece of answer.body ?? []) text += decoder.decode(piece, { stream: true })
  }
  await expect.poll(() => text).toMatch(/^id: /m)
  return {
    kinds: () => [...text.matchAll(/^event: change\ndata: (.*)$/gm)].map(([, data = ""]) => JSON.parse(data).kind),
    text: () => text,
    last: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? "",
    stop: () => ending.abort(),
  }
}
