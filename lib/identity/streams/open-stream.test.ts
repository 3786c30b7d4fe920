import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { revokeKey } from "@/lib/identity/keys/revoke-key"
import { signOut } from "@/lib/identity/sessions/sign-out"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { openStream } from "./open-stream"
import { streams } from "./stream-registry"

let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  actor = await makeActor("customer")
})
afterEach(() => streams().end())

async function* endless() {
  for (;;) yield "again "
}
async function* broken() {
  yield "once"
  throw new Error("The rest cannot be read.")
}

test("a stream is kept from the first piece that is asked for to its end", async () => {
  async function* twice() {
    yield "one "
    yield "two"
  }
  const reader = openStream(actor, twice()).getReader()
  expect(streams().size).toBe(0)
  const text: string[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text.push(new TextDecoder().decode(next.value))
    expect(streams().size).toBe(1)
  }
  expect(text).toEqual(["one ", "two"])
  expect(streams().size).toBe(0)
})

test("a stream that nobody reads is not kept", async () => {
  const unread = openStream(actor, endless())
  await signOut(actor)
  expect(streams().size).toBe(0)
  await unread.cancel()
})

test("a stream whose reader leaves is kept no more, also while its first piece is being fetched", async () => {
  const [begun, beginning] = [openStream(actor, endless()).getReader(), openStream(actor, endless()).getReader()]
  await begun.read()
  const first = beginning.read()
  await Promise.all([begun.cancel(), beginning.cancel(), first])
  expect(streams().size).toBe(0)
})

test("a stream whose content cannot be read breaks off, says so and is kept no more", async () => {
  const reader = openStream(actor, broken()).getReader()
  await reader.read()
  await expect(reader.read()).rejects.toThrow("The rest cannot be read.")
  expect(streams().size).toBe(0)
})

test("a stream of somebody who cannot be looked up breaks off and is kept no more", async () => {
  vi.spyOn(streams(), "add").mockRejectedValueOnce(new Error("Nobody listens."))
  await expect(openStream(actor, endless()).getReader().read()).rejects.toThrow("Nobody listens.")
  expect(streams().size).toBe(0)
})

test("a stream opened by an API key goes on until the key is revoked", async () => {
  const [administrator, key] = [await makeActor("administrator"), await makeKey()]
  const reader = openStream(key, endless()).getReader()
  for (let i = 0; i < 3; i++) expect((await reader.read()).done).toBe(false)
  await revokeKey(administrator, { id: key.id })
  await expect(reader.closed).rejects.toThrow("The session ended.")
  expect(streams().size).toBe(0)
})

test("a stream breaks off in the middle when its session ends", async () => {
  const reader = openStream(actor, endless()).getReader()
  await reader.read()
  await signOut(actor)
  await expect(reader.closed).rejects.toThrow("The session ended.")
  await expect(reader.read()).rejects.toThrow("The session ended.")
  expect(streams().size).toBe(0)
})
