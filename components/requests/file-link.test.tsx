import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { FileLink } from "./file-link"

const shown = (scan: "none" | "pending" | "clean" | "found", download?: "ready" | "preparing" | "none") =>
  renderToStaticMarkup(<FileLink file={{ id: "1", name: "meter.jpg", scan, download }} className="" />)

test("a file is offered as a link only where it can be had, and otherwise it is said why not", () => {
  expect(shown("clean", "ready")).toContain('href="/api/v1/attachments/1"')
  // A file of a request that is not sent yet is its sender's.
  expect(shown("none")).toContain('href="/api/v1/attachments/1"')
  const closed = [
    [shown("pending", "preparing"), "Being checked"],
    [shown("found", "none"), "Removed: it contains something harmful"],
    [shown("none", "preparing"), "Being prepared for download"],
    [shown("clean", "none"), "Cannot be opened: this photo may be damaged"],
  ] as const
  for (const [markup, words] of closed) {
    expect(markup).toContain(words)
    expect(markup).not.toContain("href")
  }
})
