import { afterEach, expect, test, vi } from "vitest"
import { log } from "@/lib/runtime/log"
import { isWrongHost, wrongHost } from "./wrong-host"

afterEach(() => vi.restoreAllMocks())

const sent = (origin: string, host: string, site = "same-origin") =>
  new Headers({ origin, host, ...(site && { "sec-fetch-site": site }) })

test("a form of our own page that arrives under another host is told apart, and the first is one line in the log", () => {
  const said = vi.spyOn(log, "error").mockImplementation(() => undefined)
  for (let times = 0; times < 3; times++) expect(isWrongHost(sent("https://portal.example", "app:3000"))).toBe(true)
  expect(said).toHaveBeenCalledTimes(1)
  const [facts, line] = said.mock.calls[0] ?? []
  expect(facts).toEqual({ origin: "https://portal.example", host: "app:3000", appUrl: "http://localhost:3000" })
  expect(line).toContain("set APP_URL")
})

test.each([
  ["under the host that the browser is at", sent("https://portal.example", "portal.example")],
  ["from the address that APP_URL says", sent("http://localhost:3000", "app:3000")],
  ["of another site", sent("https://evil.example", "app:3000", "cross-site")],
  ["of no browser", sent("https://evil.example", "app:3000", "")],
  ["from nowhere", sent("null", "app:3000")],
])("a form %s is not", (_what, headers) => {
  expect(isWrongHost(headers)).toBe(false)
})

test("it is answered in plain words, with the number to call", async () => {
  const page = await wrongHost().text()
  expect(page).toContain("nothing was saved")
  expect(page).toContain('href="tel:')
})
