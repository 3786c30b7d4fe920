import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { STATUSES } from "@/lib/model/status"
import { EmergencyStatus } from "./emergency-status"

const shown = (emergency: Parameters<typeof EmergencyStatus>[0]["emergency"]) =>
  renderToStaticMarkup(<EmergencyStatus emergency={emergency} />)

test("while nobody has confirmed an open emergency nobody is said to work on it, whatever was begun before it was one", () => {
  for (const status of STATUSES.filter((it) => ["pending", "in_progress", "on_hold"].includes(it))) {
    const words = shown({ priority: "emergency", status, acknowledgement: null, alerted: true })
    expect(words).toContain("nobody has confirmed yet")
    expect(words).not.toContain("working on it")
  }
})

test("who has confirmed it is named", () => {
  const acknowledgement = { at: new Date("2026-11-30T11:04:00Z"), by: { id: "1", name: "Tom Fletcher" } }
  expect(shown({ priority: "emergency", status: "in_progress", acknowledgement, alerted: true })).toContain(
    "Tom Fletcher confirmed at",
  )
})
