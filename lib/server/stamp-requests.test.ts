import { channel } from "node:diagnostics_channel"
import { expect, test } from "vitest"
import { env } from "@/lib/runtime/env"
import { stampRequests } from "./stamp-requests"

stampRequests()

/** A request as it is after the server has looked at it. */
function stamped(url: string, sent: Record<string, string> = {}) {
  const headers: Record<string, string> = { ...sent }
  const request = { url, headers, socket: { remoteAddress: "192.0.2.7" } }
  channel("http.server.request.start").publish({ request })
  return request
}

test.each([
  ["/requests/%ff%fe?q=%ff", "/requests/%25ff%25fe?q=%ff"],
  ["/requests/%", "/requests/%25"],
  ["/requests/%e0%a4%a", "/requests/%25e0%25a4%25a"],
  ["/requests/%F0%9F%98%80?q=1?2", "/requests/%F0%9F%98%80?q=1?2"],
  ["/requests/%00", "/requests/%00"],
])("a path that is no text is taken as it stands: %s", (sent, seen) => {
  expect(stamped(sent).url).toBe(seen)
})

const OURS = new URL(env().APP_URL)

test.each([
  ["a proxy's own name for us", { host: "app:3000", origin: OURS.origin }, OURS.host],
  ["our name", { host: OURS.host, origin: OURS.origin }, OURS.host],
  [
    "another name that people may use for us",
    { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" },
    "127.0.0.1:3000",
  ],
  ["a forged name", { host: OURS.host, origin: "https://evil.test", "x-forwarded-host": "evil.test" }, OURS.host],
  ["a forged name without an Origin", { host: OURS.host, "x-forwarded-host": "evil.test" }, OURS.host],
])("a form is taken from the host in APP_URL or the one that is asked, and no other: %s", (_name, sent, believed) => {
  expect(stamped("/", sent).headers["x-forwarded-host"]).toBe(believed)
})

test("nobody outside can say what a page was sent before", () => {
  expect(stamped("/forgot", { "x-outdated-form": "%" }).headers).not.toHaveProperty("x-outdated-form")
})
