import type { Locator, Page } from "@playwright/test"
import type { Account } from "@/lib/identity/accounts/contract"
import { NEEDS } from "@/lib/model/need"
import { answer } from "../api"
import { barriers } from "../barriers"
import { failJob } from "../failed-jobs"
import { fileFor, fileRequest } from "../filing"
import { answerDanger, chooseCategory, giveDetails } from "../filing-pages"
import { deliverMail } from "../inbound-mails"
import { makeKey } from "../keys"
import { linkIn, mailTo } from "../mailbox"
import { billFile } from "../pdf-files"
import { ADMINISTRATOR, newPerson, PREMISES, SUPERVISOR, somewhere } from "../people"
import { filesWithPictures, photoFile } from "../photo-files"
import { beginDanger, beginEmergency, draftAt, fileEmergency, routesOfPages, TOUR } from "../tour"
import { enrol } from "../two-factor"
import { arrive, expect, fill, press, test } from "../visit"

/** What a page has too little room for, on the smallest of phones and as it is: it scrolls sideways, or text is cut off. */
async function overhang(page: Page): Promise<string[]> {
  const usual = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true
  })
  const cut = await page.evaluate(cutOff)
  await page.setViewportSize({ width: 320, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  cut.push(...(await page.evaluate(cutOff)), ...(width > 320 ? [`${width} px wide`] : []))
  // Text twice as large, as people set it who see badly.
  await page.setViewportSize({ width: 375, height: 667 })
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
  const large = await page.evaluate(() => document.documentElement.scrollWidth)
  const cutWhenLarge = [...(await page.evaluate(cutOff)), ...(await page.evaluate(brokenWords))]
  cut.push(
    ...cutWhenLarge.map((what) => `with large text, ${what}`),
    ...(large > 375 ? [`${large} px wide with large text`] : []),
  )
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"))
  await page.setViewportSize(usual)
  return cut.map((what) => `${page.url()}: ${what}`)
}

/** Text that goes on where the page ends, or whatever hides what is too wide for it. Run in the browser. */
function cutOff(): string[] {
  const isCut = (text: Node) => {
    const range = document.createRange()
    range.selectNodeContents(text)
    const right = Math.max(...[...range.getClientRects()].map((it) => it.right))
    for (let above = text.parentElement; above; above = above.parentElement) {
      const { overflowX } = getComputedStyle(above)
      if (overflowX === "auto" || overflowX === "scroll") return false
      if (overflowX !== "visible" && right > above.getBoundingClientRect().right + 1) return true
    }
    return right > innerWidth + 1
  }
  const found: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    // What only those who listen are told, what may be longer, and what is no text.
    const isLeftOut = text.parentElement?.closest(
      ".sr-only, .truncate, thead, script, style, select, textarea, [hidden]",
    )
    if (text.nodeValue?.trim() && !isLeftOut && isCut(text))
      found.push(`cut off at ${innerWidth} px: ${text.nodeValue}`)
  }
  return found
}

/** Words of ordinary length that go on in the next line, in headings and in what is pressed. Run in the browser. */
function brokenWords(): string[] {
  const found: string[] = []
  const range = document.createRange()
  for (const element of document.querySelectorAll("h1, h2, h3, button, summary, .link")) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index, 0: word } of (text.nodeValue ?? "").matchAll(
        /(?<!\S)[\p{L}\p{M}]{2,13}(?=[,:;.!?]?(?:\s|$))/gu,
      )) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const lines = new Set([...range.getClientRects()].map((it) => it.top))
        if (lines.size > 1 && !text.parentElement?.closest(".sr-only")) found.push(`a word is broken: ${word}`)
      }
  }
  return found
}

/** What is pressed and lower than a finger needs, however far from others it happens to stand. Run in the browser. */
function tooLow(): string[] {
  const pressed = [...document.querySelectorAll("button, summary")]
  const heights = pressed.map((it) => ({ height: it.getBoundingClientRect().height, what: it.outerHTML }))
  return heights
    .filter(({ height }) => height > 0 && height < 24)
    .map(({ height, what }) => `${location.href}: ${height} px high: ${what}`)
}

/** Mistakes that a summary names before those of fields further up. */
const outOfOrder = (summary: Locator) =>
  summary.getByRole("link").evaluateAll((links) => {
    const tops = links.map(
      (link) => document.querySelector(link.getAttribute("href") ?? "")?.getBoundingClientRect().top,
    )
    return links.flatMap((link, at) => (Number(tops[at]) < Number(tops[at - 1] ?? 0) ? [link.textContent] : []))
  })

/** Walks through pages and expects of each that everybody can use it and that it breaks no rule of its own. */
async function walk(page: Page, paths: readonly string[], id = ""): Promise<void> {
  const broken: string[] = []
  page.on("pageerror", (error) => broken.push(`${page.url()}: ${error.message}`))
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) broken.push(`${page.url()}: ${message.text()}`)
  })
  for (const path of paths) {
    await page.goto(path.replace(/\[(id|token|draft)\]/, id))
    await expect(page.getByRole("heading").first()).toBeVisible()
    // A page that failed is a page as well.
    await expect(page.getByRole("heading", { name: "Something went wrong" })).toHaveCount(0)
    broken.push(...(await barriers(page)), ...(await page.evaluate(tooLow)), ...(await overhang(page)))
  }
  expect(broken).toEqual([])
}

test.describe("everybody can use, on any phone, in light and in dark,", () => {
  test.describe.configure({ mode: "parallel", timeout: 240_000 })

  test("what visitors see", async ({ page }) => {
    await walk(page, TOUR.visitor)
  })

  test("what customers see", async ({ as, newCustomer, pageOf }) => {
    const person = await newCustomer()
    const id = await fileEmergency(await as(person))
    await walk(await pageOf(person), TOUR.customer, id)
  })

  test("what is seen of files", async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const api = await as(person)
    const files = [await photoFile(), new File(["A note"], `${"Averylongname".repeat(9)}.txt`), billFile()]
    for (const file of files) await answer(api.upload(`/requests/${request.id}/attachments`, file), 201)
    const ids = await filesWithPictures(api, request.id)
    const paths = (tour: readonly string[]) => tour.flatMap((path) => ids.map((id) => path.replace("[file]", id)))
    await walk(await pageOf(person), ["/requests/[id]", ...new Set(paths(TOUR.files))], request.id)
    await walk(await pageOf(worker), ["/desk/requests/[id]", ...new Set(paths(TOUR.filesAtDesk))], request.id)
  })

  test("what the links lead to that are mailed to those who register", async ({ anybody, as, page }) => {
    const person = newPerson()
    await answer(anybody.post("/accounts", { ...person, premises: PREMISES }), 202)
    await answer(anybody.post("/password-resets", { email: person.email }), 202)
    const mails = [
      await mailTo(as, person.email, { subject: /Confirm/ }),
      await mailTo(as, person.email, { subject: /Choose/ }),
    ]
    await walk(page, mails.map(linkIn))
  })

  test("each step of filing an emergency", async ({ newCustomer, pageOf }) => {
    const page = await pageOf(await newCustomer())
    await beginEmergency(page)
    await walk(page, TOUR.filing, await draftAt(page))
  })

  test("each step of reporting a danger on one page", async ({ newCustomer, pageOf }) => {
    const page = await pageOf(await newCustomer())
    await answerDanger(page, "A carbon monoxide alarm is sounding, or someone feels ill near an appliance")
    await walk(page, TOUR.report, await draftAt(page))
  })

  test("what those see who reported an emergency without an account", async ({ anybody, page }) => {
    const report = { safetyCheck: "gas_smell", premises: somewhere() }
    const { statusPath } = await answer<{ statusPath: string }>(anybody.post("/emergency-reports", report), 201)
    await walk(page, TOUR.reported, statusPath.split("/").at(-1))
  })

  test("what customers are asked whose words speak of a danger", async ({ newCustomer, pageOf }) => {
    const page = await pageOf(await newCustomer())
    await beginDanger(page)
    await walk(page, TOUR.danger, await draftAt(page))
  })

  test("what staff see", async ({ as, newCustomer, newStaff, pageOf }) => {
    const worker = await newStaff()
    const supervisor = await as(SUPERVISOR)
    const id = await fileEmergency(await as(await newCustomer()))
    const { version } = await answer<{ version: number }>(supervisor.get(`/requests/${id}`), 200)
    await answer(supervisor.put(`/requests/${id}/assignee`, { assigneeId: worker.id, version }), 200)
    await walk(await pageOf(worker), TOUR.staff, id)
  })

  test("what supervisors see", async ({ as, newCustomer, pageOf }) => {
    const customer = await as(await newCustomer())
    const id = await fileEmergency(customer)
    const description = `A smell of gas, and then ${"averylongword".repeat(9)}.`
    const doubtful = await fileRequest(customer, { description, happeningNow: false })
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await walk(page, TOUR.supervisor, id)
    await walk(page, ["/desk/requests/[id]"], doubtful.id)
  })

  test("what supervisors see of premises", async ({ as, newCustomer, pageOf }) => {
    const id = await fileEmergency(await as(await newCustomer()))
    const supervisor = await as(SUPERVISOR)
    const { premisesId } = await answer<{ premisesId: string }>(supervisor.get(`/requests/${id}`), 200)
    await walk(await pageOf(SUPERVISOR, "hears nothing"), TOUR.premises, premisesId)
  })

  test("what customers see who have several homes", async ({ as, newCustomer, pageOf }) => {
    const person = await newCustomer()
    const customer = await as(person)
    const home = { premises: { ...PREMISES, line1: `1 ${"Averylongname".repeat(6)} Street` }, role: "landlord" }
    const { id } = await answer<{ id: string }>(customer.post("/profile/homes", home), 201)
    await fileRequest(customer, { premises: home.premises })
    const page = await pageOf(person)
    await walk(page, TOUR.homes, id)
    await chooseCategory(page, "Meter fault")
    await giveDetails(page)
    await walk(page, ["/requests/new/[draft]/premises"], await draftAt(page))
  })

  test("what supervisors see of customers", async ({ as, newCustomer, pageOf }) => {
    const customer = await as(await newCustomer())
    await fileEmergency(customer)
    const { id, phone, premises, version } = await answer<Account>(customer.get("/profile"), 200)
    await answer(
      customer.put("/profile", { name: `Amara ${"Averylongname".repeat(6)}`, phone, premises, version }),
      200,
    )
    await answer(
      customer.put("/profile/needs", {
        needs: NEEDS,
        language: "Averylonglanguage",
        visitPassword: "Heron",
        version: 1,
      }),
      200,
    )
    await walk(await pageOf(SUPERVISOR, "hears nothing"), TOUR.customers, id)
  })

  test("what supervisors see of rosters", async ({ as, newCustomer, newStaff, pageOf, request }) => {
    const { id } = await newStaff("staff", { name: `Aaron ${"Averylongname".repeat(6)}` })
    const supervisor = await as(SUPERVISOR)
    await fileFor(await as(await newCustomer()), supervisor, id, { title: "Averylongword".repeat(15) })
    const shifts = [{ duty: "shift", weekday: 1, startsAt: "08:00", endsAt: "16:30" }]
    await answer(supervisor.put(`/staff/${id}/shifts`, { shifts }), 200)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    const absence = { from: inDays(1), until: inDays(2), reason: "Averylongword".repeat(9) }
    await answer(supervisor.post(`/staff/${id}/absences`, absence), 201)
    const mail = { subject: "Averylongword".repeat(9), text: "https://example.org/".repeat(20) }
    await deliverMail(await as(ADMINISTRATOR), request, mail)
    await walk(await pageOf(SUPERVISOR, "hears nothing"), TOUR.rosters, id)
  })

  test("what administrators see", async ({ anybody, newStaff, pageOf }) => {
    await answer(anybody.post("/staff", newPerson({ name: "Somebody Waiting" })), 202)
    await walk(await pageOf(ADMINISTRATOR), TOUR.administrator, (await newStaff()).id)
  })

  test("what administrators read that was written to others", async ({ as, newCustomer, pageOf }) => {
    const { email } = await newCustomer()
    await walk(await pageOf(ADMINISTRATOR), TOUR.mail, (await mailTo(as, email)).id)
  })

  test("what administrators see of API keys", async ({ as, newCustomer, pageOf }) => {
    const { id } = await makeKey(await as(ADMINISTRATOR), {
      name: "Averylongname".repeat(6),
      expiresInDays: 365,
      scopes: ["requests:read", "requests:write", "customers:read"],
      reach: "customers",
      customers: [(await newCustomer()).email],
    })
    await walk(await pageOf(ADMINISTRATOR), TOUR.keys, id)
  })

  test("what administrators see of failed jobs", async ({ pageOf }) => {
    const id = await failJob(`Averylongword${"x-".repeat(200)} that some library wrote`)
    await walk(await pageOf(ADMINISTRATOR), TOUR.jobs, id)
  })

  test("what those see who wait for approval", async ({ anybody, confirm, pageOf }) => {
    const person = newPerson()
    await answer(anybody.post("/staff", person), 202)
    await confirm(person)
    await walk(await pageOf(person), TOUR.waiting)
  })

  test("what those see who sign in with a code", async ({ as, newCustomer, page, pageOf }) => {
    const person = await newCustomer()
    const signedIn = await pageOf(person)
    const api = await as(person)
    await answer(api.post("/profile/two-factor", { currentPassword: person.password }), 201)
    await walk(signedIn, TOUR.enrolling)
    const { recoveryCodes } = await enrol(api, person.password)
    await page.goto("/sign-in")
    await fill(page, { "Email address": person.email, Password: person.password })
    await press(page, "Sign in")
    await arrive(page, "Enter your code")
    await walk(page, TOUR.code)
    await fill(page, { "Recovery code": recoveryCodes[0] ?? "" })
    await press(page, "Sign in")
    await arrive(page, "Your requests")
    await walk(page, TOUR.twoFactor)
  })

  for (const [path, button] of [
    ["/register", "Create account"],
    ["/register/staff", "Register"],
    ["/sign-in", "Sign in"],
    ["/forgot", "Send link"],
    ["/verify/again", "Send link"],
  ] as const)
    test(`what ${path} says when it is sent empty`, async ({ page }) => {
      await page.goto(path)
      await press(page, button)
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
      await expect(summary).toBeFocused()
      expect(await outOfOrder(summary)).toEqual([])
      expect(await barriers(page)).toEqual([])
    })
})

test("the tour leaves no page out", () => {
  const visited = Object.values(TOUR).flatMap((paths) => paths.map((path) => path.replace(/\?.*/, "")))
  expect(visited).toEqual(expect.arrayContaining(routesOfPages()))
})
