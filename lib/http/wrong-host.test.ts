import { afterEach, expect, test, vi } from "vitest"
import { log } from "@/lib/runtime/log"
import { cameFromUs } from "./check-origin"
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

test("a form over plain http that arrives under another host is refused, and the first is one line in the log", () => {
  const said = vi.spyOn(log, "warn").mockImplementation(() => undefined)
  for (let times = 0; times < 3; times++) expect(cameFromUs(sent("http://portal.lan:8080", "app:3000", ""))).toBe(false)
  expect(said).toHaveBeenCalledTimes(1)
  const [facts, line] = said.mock.calls[0] ?? []
  expect(facts).toEqual({ origin: "http://portal.lan:8080", host: "app:3000", appUrl: "http://localhost:3000" })
  expect(line).toContain("set APP_URL")
})

test("whoever names one address after another does not fill the log, nor does a browser that says where it is", () => {
  const said = vi.spyOn(log, "warn").mockImplementation(() => undefined)
  expect(cameFromUs(sent("https://evil.example", "app:3000", "cross-site"))).toBe(false)
  expect(cameFromUs(sent("null", "app:3000", ""))).toBe(false)
  expect(said).not.toHaveBeenCalled()
  for (let n = 0; n < 100; n++) cameFromUs(sent(`http://site${n}.example`, "app:3000", ""))
  expect(said.mock.calls.length).toBeLessThanOrEqual(20)
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
