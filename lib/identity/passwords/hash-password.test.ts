import { expect, test } from "vitest"
import { hashPassword, verifyPassword } from "./hash-password"

test("passwords are kept as Argon2id of 19 MiB or more, two passes, each with a salt of its own", async () => {
  const [one, two] = await Promise.all([hashPassword("the same words"), hashPassword("the same words")])
  const [, memory, passes, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(one) ?? []
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
  expect(Number(passes)).toBeGreaterThanOrEqual(2)
  expect(Number(lanes)).toBe(1)
  expect(one).not.toBe(two)
})

test("a password is compared as it was typed: case, spaces and its last letter count", async () => {
  const typed = ` Ünïcode ${"x".repeat(110)} `
  const kept = await hashPassword(typed)
  expect(await verifyPassword(kept, typed)).toBe(true)
  for (const other of [typed.trim(), typed.toLowerCase(), typed.toUpperCase(), typed.slice(0, 72), `${typed}x`])
    expect(await verifyPassword(kept, other), other).toBe(false)
})
