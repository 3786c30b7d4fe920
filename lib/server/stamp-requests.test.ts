import { channel } from "node:diagnostics_channel"
import { expect, test } from "vitest"
import { stampRequests } from "./stamp-requests"

stampRequests()

/** A request as it is after the server has looked at it. */
function stamped(url: string) {
  const request = { url, headers: {}, socket: { remoteAddress: "192.0.2.7" } }
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
