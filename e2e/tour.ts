import { readdirSync } from "node:fs"
import type { Page } from "@playwright/test"
import type { Api } from "./api"
import { fileRequest } from "./filing"
import { chooseCategory, confirmPremises, DETAILS, giveDetails } from "./filing-pages"
import { arrive, expect } from "./visit"

/** Each page of the site, by who sees it. What stands in brackets is filled in on the way. */
export const TOUR = {
  visitor: [
    "/",
    "/emergency",
    "/emergency/report",
    "/emergency/report/call?danger=co_alarm",
    "/emergency/report/place?danger=co_alarm",
    "/contact",
    "/sign-in",
    "/sign-in?over=1",
    "/register",
    "/register/staff",
    "/register/sent",
    "/register/sent?invited=1",
    "/verify",
    "/verify?done=1",
    "/verify/again",
    "/verify/again/sent",
    "/forgot",
    "/forgot/sent",
    "/reset",
    "/account-deleted",
    "/unsubscribe?done=1",
    "/privacy",
    "/accessibility",
    "/terms",
    "/no-such-page",
    "/api/docs",
  ],
  customer: [
    "/requests",
    "/requests/[id]",
    "/requests/[id]/filed",
    "/requests/[id]/delete",
    "/requests/[id]/cancel",
    "/requests/[id]/correct",
    "/requests?status=on_hold",
    "/profile",
    "/profile/needs",
    "/profile/notifications",
    "/notifications",
    "/profile/homes",
    "/profile/delete",
    "/profile/email/confirm",
  ],
  files: ["/requests/[id]", "/requests/[id]/files/[file]", "/requests/[id]/files/[file]/remove"],
  filesAtDesk: [
    "/desk/requests/[id]",
    "/desk/requests/[id]/files/[file]",
    "/desk/requests/[id]/files/[file]?turn=1&zoom=1",
    "/desk/requests/[id]/files/[file]/remove",
  ],
  filing: [
    "/requests/new",
    "/requests/new/[draft]",
    "/requests/new/[draft]/category",
    "/requests/new/[draft]/safety",
    "/requests/new/[draft]/details",
    "/requests/new/[draft]/premises",
    "/requests/new/[draft]/attachments",
    "/requests/new/[draft]/attachments?upload=too_large",
    "/requests/new/[draft]/needs",
    "/requests/new/[draft]/check",
    "/requests/new/[draft]/discard",
    "/requests",
  ],
  danger: ["/requests/new/[draft]/danger"],
  report: ["/requests/new", "/requests/new/[draft]/safety", "/requests/new/[draft]/report", "/requests"],
  staff: [
    "/desk",
    "/desk?open=[id]",
    "/desk/requests/[id]",
    "/desk/requests/[id]/job-sheet",
    "/desk/requests/[id]/note",
    "/desk/premises/[id]",
    "/desk?q=nothing+of+the+kind",
    "/profile",
    "/profile/two-factor",
    "/profile/notifications",
    "/notifications",
  ],
  twoFactor: [
    "/profile/email",
    "/profile/two-factor",
    "/profile/two-factor/codes",
    "/profile/two-factor/off",
    "/profile",
  ],
  enrolling: ["/profile/two-factor/confirm"],
  code: ["/sign-in/code", "/sign-in/code?with=recovery"],
  supervisor: [
    "/desk?status=any",
    "/desk?filters=open&assignee=nobody&status=on_hold&status=pending",
    "/desk/overview",
    "/desk/requests/[id]",
    "/profile/edit",
    "/profile/email",
    "/profile/password",
    "/profile/sessions",
    "/profile/confirm",
  ],
  premises: ["/desk/premises/[id]", "/desk/premises/[id]?saved=1"],
  customers: [
    "/desk/customers",
    "/desk/customers?q=nothing+of+the+kind",
    "/desk/customers/[id]",
    "/desk/customers/[id]/needs",
    "/desk/requests/new",
    "/desk/requests/new?q=amara",
    "/desk/requests/new?customer=new",
    "/desk/requests/new?customer=[id]",
  ],
  homes: ["/profile", "/profile/homes", "/profile/homes/[id]"],
  rosters: [
    "/desk/team",
    "/desk/team?person=[id]",
    "/desk/team/roster",
    "/desk/team/roster?week=2027-10-25",
    "/desk/team/[id]/roster",
    "/desk/team/holidays",
    "/desk/team/replies",
    "/desk/team/emails",
  ],
  administrator: [
    "/admin",
    "/admin/staff",
    "/admin/staff/[id]",
    "/admin/accounts/[id]/two-factor",
    "/admin/accounts/[id]/two-factor?removed=1",
    "/admin/invitations",
    "/admin/settings",
    "/admin/legal-texts",
    "/admin/messages",
    "/admin/messages?notice=received",
    "/admin/service-levels",
    "/admin/files",
    "/admin/audit",
  ],
  reported: ["/emergency/report/[token]"],
  mail: ["/admin/mail", "/admin/mail/[id]"],
  jobs: ["/admin/jobs", "/admin/jobs?retried=1", "/admin/jobs/[id]/drop"],
  keys: ["/admin/keys", "/admin/keys/new", "/admin/keys/[id]", "/admin/keys/[id]/revoke"],
  waiting: ["/waiting"],
} as const

/** The address each page has a file for. */
export function routesOfPages(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  )
  return files.map((file) => `/${file.replace(/\([^)]*\)\/|\/?page\.tsx$/g, "")}`)
}

/** An emergency with a file, so that pages have everything on them that they can. */
export async function fileEmergency(customer: Api): Promise<string> {
  const { id } = await fileRequest(customer, {
    category: "gas_leak",
    title: `${"Averylongword".repeat(6)} that somebody typed`,
    description: "https://example.org/".repeat(20),
  })
  const file = new File(["Note"], `${"a-name-without-a-break".repeat(4)}.txt`)
  expect((await customer.upload(`/requests/${id}/attachments`, file)).status()).toBe(201)
  return id
}

/** The draft that a page is about, once its first answer is saved. */
export async function draftAt(page: Page): Promise<string> {
  const address = /\/requests\/new\/([0-9a-f-]{36})/
  await page.waitForURL(address)
  return address.exec(page.url())?.[1] ?? ""
}

/** Writes of a danger where nobody would look for it. */
export async function beginDanger(page: Page): Promise<void> {
  await chooseCategory(page, "Billing query")
  await giveDetails(page, { ...DETAILS, Description: "The bill is wrong. Besides, it smells of gas in the hall." })
  await arrive(page, "Is this happening now?")
}

/** Answers every question of filing but does not file. */
export async function beginEmergency(page: Page): Promise<void> {
  await chooseCategory(page, "Gas smell or leak")
  await page.getByRole("link", { name: "I am safe" }).click()
  await giveDetails(page)
  await confirmPremises(page)
}
