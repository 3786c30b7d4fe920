import { resolve } from "node:path"
import type { Page } from "@playwright/test"
import postgres, { type Sql } from "postgres"
import { startEmbedded } from "@/db/embedded"
import { ask, expect, test } from "../launch"
import { ADMINISTRATOR } from "../people"
import { browsing } from "../signed-in"

/** A list, a search of two kinds, a report and a log, by a table that each of them reads. */
const READS = [
  { table: "request_search", page: "/desk?q=boiler", path: "requests?q=boiler" },
  { table: "request_search", page: "/desk?area=LS1", path: "requests?area=LS1" },
  { table: "customer_search", page: "/desk/customers?q=amara", path: "customers?q=amara" },
  { table: "daily_counts", page: "/desk/overview", path: "reports/overview" },
  { table: "audit_entries", page: "/admin/audit?action=key.created", path: "audit?action=key.created" },
]

/** Nobody reads the table until the work is done. */
const whileLocked = (sql: Sql, table: string, work: () => Promise<void>) =>
  sql.begin(async (tx) => {
    await tx`lock table ${tx(table)}`
    await work()
  })

async function tokenOf(address: string): Promise<string> {
  const { email, password } = ADMINISTRATOR
  const body = JSON.stringify({ email, password })
  const answer = await ask(`${address}/api/v1/tokens`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  })
  return ((await answer.json()) as { accessToken: string }).accessToken
}

/** The page as somebody sees it, with the status of its answer. */
async function look(page: Page, address: string) {
  const answer = await page.goto(address)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  return { status: answer?.status(), heading: await page.getByRole("heading", { level: 1 }).textContent() }
}

test("a list, search or report that is cut off says so on its page and by API, and costs no connection", async ({
  start,
  home,
  browser,
}) => {
  const app = await start()
  const { url } = await startEmbedded({ folder: resolve(home.folder, "postgres") })
  const sql = postgres(url, { max: 1 })
  const alex = await browsing(app.address, ADMINISTRATOR)
  const context = await browser.newContext({ storageState: await alex.storageState() })
  const page = await context.newPage()
  const headers = { authorization: `Bearer ${await tokenOf(app.address)}` }
  const byApi = (path: string) => ask(`${app.address}/api/v1/${path}`, { headers })

  const lost = () => (app.said().out + app.said().err).split("connection lost").length - 1
  // A busy machine may lose some while the app starts.
  const before = lost()
  for (const read of READS) {
    await whileLocked(sql, read.table, async () => {
      // One after the other: a page reads several lists at once, and leaves a call no connection to be cut off on.
      const seen = await look(page, `${app.address}${read.page}`)
      const answer = await byApi(read.path)
      expect(seen, read.page).toEqual({ status: 503, heading: "Narrow your search" })
      expect(answer.headers.get("content-type")).toMatch("application/problem+json")
      expect(await answer.json(), read.path).toMatchObject({
        status: 503,
        detail: "This search took too long. Narrow your search and try again.",
      })
    })
    expect((await look(page, `${app.address}${read.page}`)).status, read.page).toBe(200)
    expect((await byApi(read.path)).status, read.path).toBe(200)
  }
  expect(lost()).toBe(before)
  await context.close()
  await sql.end()
})
