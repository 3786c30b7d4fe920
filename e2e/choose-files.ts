import { expect, type Page, type Route } from "@playwright/test"

/** The files that are on their way, or could not be sent. */
export const uploadsOn = (page: Page) => page.getByRole("list", { name: "Uploads" })

export const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel(/^Add (more )?files$/).setInputFiles(files)

export const note = (name: string, bytes = 20) => ({ name, mimeType: "text/plain", buffer: Buffer.alloc(bytes, "a ") })

/** Waits until a part of a file has been sent that people can see. */
export async function untilUnderWay(page: Page, name: string) {
  const progress = page.getByRole("progressbar", { name: `Upload of ${name}` })
  await expect.poll(async () => Number(await progress.getAttribute("value")), { intervals: [50] }).toBeGreaterThan(5)
  return progress
}

/** The line of a page, to be made slow, cut and mended. */
export async function lineOf(page: Page) {
  const line = await page.context().newCDPSession(page)
  await line.send("Network.enable")
  const conditions = (uploadThroughput: number, offline: boolean) =>
    line.send("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput })
  return {
    /** At most so many bytes a second are sent; as many as there can be with -1. */
    slow: (bytes: number) => conditions(bytes, false),
    cut: () => conditions(-1, true),
    /** Nothing is asked for there any more. */
    block: (...urls: string[]) => line.send("Network.setBlockedURLs", { urls }),
    leave: () => line.detach(),
  }
}

/** What a browser does with files that are dropped or pasted. */
export const give = (page: Page, selector: string, kind: "drop" | "paste", name: string) =>
  page.locator(selector).evaluate(
    (target, [kind, name]) => {
      const given = new DataTransfer()
      given.items.add(new File(["a picture of it"], name, { type: "text/plain" }))
      const how = { bubbles: true, cancelable: true }
      const event =
        kind === "drop"
          ? new DragEvent(kind, { ...how, dataTransfer: given })
          : new ClipboardEvent(kind, { ...how, clipboardData: given })
      target.dispatchEvent(event)
    },
    [kind, name] as const,
  )

/** Holds back calls of a page until it is told to let them go. */
export async function holdBack(page: Page, path: string, then = (route: Route) => route.continue()) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(path, async (route) => {
    await held
    await then(route)
  })
  return letGo
}
