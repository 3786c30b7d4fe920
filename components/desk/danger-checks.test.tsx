import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import { DangerChecks } from "./danger-checks"

vi.stubEnv("TIME_ZONE", "Europe/London")

const check = (at: number): DangerCheck => ({
  id: `check-${at}`,
  reference: `GR-AAAA-${1000 + at}`,
  category: "other",
  title: "A smell",
  description: "There was a smell last week.",
  danger: { hazard: "gas", words: "a smell", verdict: "possible", judge: "rules", happeningNow: null },
  added: null,
  premises: { line1: "1 Mill Lane", town: "Leeds", postcode: "LS1 4AB" },
  customer: { name: "Amara Okafor", phone: "0113 496 0112" },
  contactPhone: null,
  version: 1,
  createdAt: new Date(),
  dueAt: new Date(Date.now() + 60_000),
})

const shown = (count: number, more = false) =>
  renderToStaticMarkup(
    <DangerChecks
      checks={Array.from({ length: count }, (_, at) => check(at))}
      more={more}
      opensRequests
      action={async () => ({})}
    />,
  )

test("however many checks are open, a page carries fifteen and says how many there are", () => {
  const page = shown(100, true)
  expect(page.match(/data-danger-check/g)).toHaveLength(15)
  expect(page).toContain("Check for danger: 100+")
  expect(page).toContain("97+ more to check")
  expect(page).toContain("The others come up as you answer these.")
})

test("a few checks are all there, and nothing is said of others", () => {
  const page = shown(5)
  expect(page.match(/data-danger-check/g)).toHaveLength(5)
  expect(page).toContain("2 more to check")
  expect(page).not.toContain("come up")
})
