import { expect, test } from "vitest"
import { authRoute } from "./auth-route"

function call(path: string, init: RequestInit = {}) {
  const request = new Request(`http://localhost:3000/api/auth/${path}`, init)
  return authRoute(request, { params: Promise.resolve({ nextauth: path.split("?")[0]?.split("/") }) })
}

test("a body that does not say how long it is is not read", async () => {
  const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536)) })
  const response = await call("signout", { method: "POST", body: endless, duplex: "half" } as RequestInit)
  expect(response.status).toBe(413)
})
