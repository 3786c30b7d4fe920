import type { Browser, Page } from "@playwright/test"

const OBSERVED = ["console", "pageerror", "request", "requestfinished"] as const
const VIEWPORT = { width: 1280, height: 720 }

/**
 * To start a page takes the browser longer than most of what a test does there, so that pages are lent, and cleaned in
 * between. One process runs one test at a time, with the same settings for all.
 */
const free: Page[] = []

export async function lend(browser: Browser, headers: Record<string, string> = {}): Promise<Page> {
  const page = free.pop() ?? (await openPage(browser))
  await page.context().setExtraHTTPHeaders(headers)
  return page
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage()
  // People see what has changed before they press it, and a page does not heed what is pressed sooner.
  await page.addLocatorHandler(page.locator("html[data-news]"), async () => undefined)
  await heedNotices(page)
  return page
}

const NOTICE = ".said-above"

/** What is said of an emergency of another journey is put away, wherever the focus is. */
const heedNotices = (page: Page) =>
  page.addLocatorHandler(
    page.locator(NOTICE),
    // It may be gone by itself.
    () => page.evaluate((notice) => document.querySelector(notice)?.remove(), NOTICE),
    { noWaitAfter: true },
  )

/** Lets what is said over the page stand, for as long as the page is lent. */
export const keepNotices = (page: Page) => page.removeLocatorHandler(page.locator(NOTICE))

/** The next user finds nothing that was there before: no cookies, nothing stored, nobody who listens. */
export async function takeBack(page: Page): Promise<void> {
  const context = page.context()
  if (page.isClosed()) return context.close()
  for (const other of context.pages()) if (other !== page) await other.close()
  for (const event of OBSERVED) page.removeAllListeners(event)
  await page.unrouteAll({ behavior: "ignoreErrors" })
  const { origin } = new URL(page.url())
  if (origin !== "null") {
    const session = await context.newCDPSession(page)
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" })
    await session.detach()
  }
  await context.clearCookies()
  await keepNotices(page)
  await heedNotices(page)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize(VIEWPORT)
  await page.goto("about:blank")
  free.push(page)
}
