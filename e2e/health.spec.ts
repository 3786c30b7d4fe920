import { expect, test } from "@playwright/test"

test("the app says that it lives, and of each thing it needs that it is well", async ({ request }) => {
  expect(await (await request.get("/healthz")).json()).toEqual({ status: "ok" })
  const checks = { database: "ok", migrations: "ok", store: "ok", worker: "ok", mail: "ok", scanner: "ok" }
  // A worker is seen once it has planned its work.
  await expect.poll(async () => (await request.get("/readyz")).json()).toEqual({ status: "ready", checks })
  // Nobody named a token for them.
  expect((await request.get("/metrics")).status()).toBe(404)
})
