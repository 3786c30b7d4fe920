import { expect, test } from "@playwright/test"

test("the app says that it lives and that its database answers", async ({ request }) => {
  expect(await (await request.get("/healthz")).json()).toEqual({ status: "ok" })
  expect(await (await request.get("/readyz")).json()).toEqual({ status: "ready" })
})
