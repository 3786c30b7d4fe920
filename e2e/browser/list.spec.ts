import { awake, boxOf, listOf, move, rowOf, test } from "../listed-work"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press } from "../visit"

test("requests are ticked and assigned together, one is refused since somebody moved it, and it is undone", async ({
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
  work,
}) => {
  const { supervisor, worker, filed } = await work(3)
  const [first, second, third] = filed
  const other = await newStaff()
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(listOf(worker))
  await expect(page.getByRole("button", { name: "Assign", exact: true })).toBeHidden()
  await boxOf(page, first).check()
  await boxOf(page, second).check()
  await move(supervisor, second, "in_progress")
  await page.getByLabel("Assign to").selectOption(other.id)
  await page.getByLabel("Note for staff").fill("Both lie on your way.")
  await press(page, /^Assign$/)
  const results = page.getByRole("status").filter({ hasText: "1 request changed, 1 request not changed." })
  await expect(results).toContainText(new RegExp(`${second?.reference}: .*changed since`))
  await results.getByText("What was changed").click()
  await expect(results.getByText(`${first?.reference} assigned to ${other.name}`)).toBeVisible()
  await expect(boxOf(page, second)).toBeChecked()
  await expect(boxOf(page, third)).not.toBeChecked()
  await expect(rowOf(page, first)).toHaveCount(0)

  await press(results, "Undo")
  if (scripts) await expect(results).toHaveCount(0)
  await expect(
    page.getByText(`${first?.reference} is again: Received, assigned to ${worker.name}.`).first(),
  ).toBeVisible()
  await expect(rowOf(page, first)).toHaveCount(1)
  await page.goto(`/desk/requests/${first?.id}`)
  await expect(page.getByText(`Assignment undone: back to ${worker.name}`)).toBeVisible()
})

test("a supervisor changes the priority of several for a reason, and undoes it", async ({ pageOf, work }) => {
  const { worker, filed } = await work(2)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(listOf(worker))
  for (const one of filed) await boxOf(page, one).check()
  await page.getByLabel("Change priority to").selectOption("High")
  await press(page, "Change priority")
  await expect(page.getByText("Enter a reason").first()).toBeVisible()
  await page.getByLabel("Reason for staff").fill("A cold night is coming.")
  await press(page, "Change priority")
  const results = page.getByRole("status").filter({ hasText: "2 requests changed." })
  await expect(results.getByText(`${filed[0]?.reference} now has high priority`)).toBeVisible()
  await expect(rowOf(page, filed[0])).toContainText("High priority")
  await press(results, "Undo")
  await expect(rowOf(page, filed[0])).not.toContainText("High priority")

  const theirs = await pageOf(worker)
  await theirs.goto("/desk")
  await boxOf(theirs, filed[0]).check()
  await expect(theirs.getByLabel("Change status to")).toBeVisible()
  await expect(theirs.getByLabel("Change priority to")).toHaveCount(0)
})

test("a status is set for several, with the reason that it needs, by whoever may not assign", async ({
  javaScriptEnabled: scripts,
  pageOf,
  work,
}) => {
  const { worker, filed } = await work(2)
  const page = await pageOf(worker)
  await page.goto("/desk")
  for (const it of filed) await boxOf(page, it).check()
  await expect(page.getByLabel("Assign to")).toHaveCount(0)
  await page.getByLabel("Change status to").selectOption("Cancelled")
  await press(page, "Change status")
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  await expect(summary.getByRole("link", { name: "Enter a reason for the customer" })).toHaveCount(1)
  await expect(boxOf(page, filed[1])).toBeChecked()
  await expect(page.getByLabel("Change status to")).toHaveValue("cancelled")
  // With scripts the field says that it has to be filled in once that status is chosen.
  await page.getByLabel(scripts ? "Reason for customers" : "Note for customers").fill("You asked for it twice.")
  await press(page, "Change status")
  await expect(page.getByText(`${filed[1]?.reference} is now cancelled`)).toBeVisible()
  await expect(page.getByText("No open requests assigned to you")).toBeVisible()
})

test("whom to assign to is looked up once something is ticked, without scripts by the button", async ({
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
  work,
}) => {
  const { filed } = await work(1)
  const other = await newStaff()
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(`/desk?q=${filed[0]?.reference}`)
  await boxOf(page, filed[0]).check()
  if (!scripts) {
    await press(page, /^Assign$/)
    await expect(boxOf(page, filed[0])).toBeChecked()
  }
  await page.getByLabel("Assign to").last().selectOption(other.id)
  await press(page, /^Assign$/)
  await expect(page.getByText(`${filed[0]?.reference} assigned to ${other.name}`)).toBeAttached()
})

test("what has to be chosen is asked for, and what is ticked stays", async ({ pageOf, work }) => {
  const { worker, filed } = await work(1)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(listOf(worker))
  await boxOf(page, filed[0]).check()
  await press(page, /^Assign$/)
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  await expect(summary.getByRole("link", { name: "Choose a person to assign to" })).toBeVisible()
  await expect(boxOf(page, filed[0])).toBeChecked()
})

test(
  "rows are selected by X, with Shift and all at once, and Escape clears them",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { worker, filed } = await work(4)
    const page = await pageOf(worker)
    await page.goto("/desk")
    await awake(page)
    const selected = (count: number) => expect(page.getByText(`${count} selected`, { exact: true })).toBeVisible()
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key)
    await selected(2)
    await page.keyboard.press("x")
    await selected(1)
    await boxOf(page, filed[1]).click()
    await boxOf(page, filed[3]).click({ modifiers: ["Shift"] })
    await selected(4)
    await page.keyboard.press("Escape")
    await expect(page.getByLabel("Change status to")).toBeHidden()
    await page.getByLabel("Select all shown").check()
    await selected(4)
    await page.keyboard.press("s")
    await expect(page.getByLabel("Change status to")).toBeFocused()
  },
)

test(
  "a change shows before the server has answered, and is as before when it is refused",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { supervisor, worker, filed } = await work(2)
    const [inList, onPage] = filed
    for (const it of filed) await move(supervisor, it, "in_progress")
    const page = await pageOf(worker)
    let answerIt: () => void = () => undefined
    const held = () =>
      page.route("**/desk**", async (route) => {
        if (route.request().method() === "POST") await new Promise<void>((resolve) => (answerIt = resolve))
        await route.fallback()
      })
    /** How long it takes until a text stands where it is expected, in milliseconds. */
    const after = (what: string, text: string) =>
      page.evaluate(
        ([selector, wanted]) =>
          new Promise<number>((resolve) => {
            addEventListener("submit", ({ timeStamp }) => {
              const look = () => {
                const isThere = document.querySelector(`${selector}`)?.textContent?.includes(`${wanted}`)
                if (isThere) resolve(performance.now() - timeStamp)
                else requestAnimationFrame(look)
              }
              look()
            })
          }),
        [what, text],
      )

    await page.goto("/desk")
    await awake(page)
    await held()
    await boxOf(page, inList).check()
    await page.getByLabel("Change status to").selectOption("Resolved")
    const shown = after("tr[aria-busy]", "Resolved")
    await press(page, "Change status")
    expect(await shown).toBeLessThan(100)
    await move(supervisor, inList, "on_hold")
    answerIt()
    await expect(page.getByText(new RegExp(`${inList?.reference}: .*changed since`))).toBeVisible()
    await expect(rowOf(page, inList)).toContainText("Waiting")

    await page.unroute("**/desk**")
    await page.goto(`/desk/requests/${onPage?.id}`)
    await awake(page)
    await held()
    const state = page.locator(".state")
    await expect(state).toContainText("In progress")
    const seen = after(".state", "Resolved")
    await press(page, /^Resolve$/)
    expect(await seen).toBeLessThan(100)
    await move(supervisor, onPage, "on_hold")
    answerIt()
    await expect(page.getByRole("alert").filter({ hasText: "changed since" })).toBeVisible()
    await expect(state).toContainText("Waiting")
  },
)

test("a status is undone on the request's page, and not once somebody else has changed it", async ({
  javaScriptEnabled: scripts,
  pageOf,
  work,
}) => {
  const { supervisor, worker, filed } = await work(1)
  const [request] = filed
  await move(supervisor, request, "in_progress")
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request?.id}`)
  if (scripts !== false) await awake(page)
  await press(page, /^Resolve$/)
  await press(page, "Undo")
  await expect(page.getByText("Change undone: back to in progress")).toBeVisible()
  await expect(page.locator(".state")).toContainText("In progress")

  await press(page, /^Resolve$/)
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible()
  await move(supervisor, request, "closed")
  await press(page, "Undo")
  await expect(page.getByText(/Not undone: someone has changed this request since/).first()).toBeVisible()
  await expect(page.locator(".state")).toContainText("Closed")
})

test(
  "on a wide screen a request opens beside the list, J and K go on with it, and Escape closes it",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { worker, filed } = await work(3)
    const [first, second, third] = filed
    const page = await pageOf(worker)
    const beside = page.locator(".beside")
    const titles = page.locator("tbody th a")
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/desk?sort=createdAt")
    await awake(page)
    await titles.nth(0).click()
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${first?.title}`)
    await expect(page).toHaveURL(`/desk?sort=createdAt&open=${first?.reference}`)
    await expect(titles.nth(0)).toHaveAttribute("aria-current", "true")
    await expect(rowOf(page, third)).toBeVisible()
    await titles.nth(0).focus()
    await page.keyboard.press("j")
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${second?.title}`)
    await expect(titles.nth(1)).toBeFocused()

    // What is done with it beside the list stays there.
    await press(beside, "Start work")
    await expect(page.getByText("Saved: In progress")).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`open=${second?.reference}$`))
    await expect(rowOf(page, second)).toContainText("In progress")
    await page.reload()
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${second?.title}`)
    await awake(page)
    await titles.nth(1).focus()
    await page.keyboard.press("k")
    await expect(beside.getByRole("heading", { level: 1 })).toHaveText(`${first?.title}`)
    await page.keyboard.press("Enter")
    await expect(beside).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(beside).toHaveCount(0)
    await expect(page).toHaveURL("/desk?sort=createdAt")
    await expect(titles.nth(0)).toBeFocused()

    await page.setViewportSize({ width: 1200, height: 800 })
    await titles.nth(1).click()
    await expect(page).toHaveURL(`/desk/requests/${second?.id}`)
  },
)

test("a request that is open beside its list is alone where there is no room for both", async ({ pageOf, work }) => {
  const { worker, filed } = await work(1)
  const page = await pageOf(worker)
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`/desk?open=${filed[0]?.reference}`)
  await arrive(page, `${filed[0]?.title}`)
  await expect(page.locator("table").first()).toBeHidden()
  await page.getByRole("link", { name: "Close", exact: true }).click()
  await expect(rowOf(page, filed[0])).toBeVisible()
  // Of one that is nobody's, or not theirs, nothing is said.
  await page.goto("/desk?open=GR-0000-0000")
  await expect(rowOf(page, filed[0])).toBeVisible()
})

test(
  "Escape leads back from a control that a key led to, then clears the selection or closes what is open",
  ONLY_ONCE,
  async ({ pageOf, work }) => {
    const { worker, filed } = await work(2)
    const page = await pageOf(SUPERVISOR, "hears nothing")
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(listOf(worker))
    await awake(page)
    for (const key of ["j", "x", "a"]) await page.keyboard.press(key)
    await expect(page.getByLabel("Assign to")).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(page.locator("tbody th a").first()).toBeFocused()
    await page.keyboard.press("s")
    await expect(page.getByLabel("Change status to")).toBeFocused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await expect(page.getByLabel("Change status to")).toBeHidden()

    await page.keyboard.press("Enter")
    const beside = page.locator(".beside")
    await expect(beside).toBeVisible()
    await page.keyboard.press("p")
    await expect(page.locator("#priority-priority")).toBeFocused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("r")
    await expect(page.locator("#reply-text")).toBeFocused()
    await page.keyboard.type("On our way.")
    await page.keyboard.press("Escape")
    await expect(page.locator("#reply-text")).toHaveValue("On our way.")
    await expect(beside).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(beside).toBeHidden()
    await expect(rowOf(page, filed[0]).or(rowOf(page, filed[1])).first()).toBeVisible()
  },
)

test("a second Z finds nothing left to undo", ONLY_ONCE, async ({ newStaff, pageOf, work }) => {
  const { worker, filed } = await work(1)
  const other = await newStaff()
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(listOf(worker))
  await awake(page)
  await boxOf(page, filed[0]).check()
  await page.getByLabel("Assign to").selectOption(other.id)
  await press(page, /^Assign$/)
  const results = page.getByRole("status").filter({ hasText: "1 request changed." })
  await expect(results.getByRole("button", { name: "Undo" })).toBeVisible()
  await page.keyboard.press("z")
  await expect(
    page.getByText(`${filed[0]?.reference} is again: Received, assigned to ${worker.name}.`).first(),
  ).toBeVisible()
  await expect(results).toHaveCount(0)
  await page.keyboard.press("z")
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0)
  await expect(page.getByText("There is a problem")).toHaveCount(0)
})

test("what an address asks for and cannot be looked for is told beside the list", async ({ pageOf, work }) => {
  const { worker, filed } = await work(1)
  const page = await pageOf(worker)
  const chips = page.getByRole("list", { name: "Filters" })
  for (const [query, words] of [
    ["from=2026-99-99", "Received from “2026-99-99” is not a date, not used"],
    ["dueBy=9999-99", "Due by “9999-99” is not a date, not used"],
    ["from=2026-02-01&to=2026-01-01", "Received to 2026-01-01 is before 2026-02-01, not used"],
    ["area='", "Postcode “'” is too short, not used"],
    [`q=${"long ".repeat(30)}`, "is longer than 100 characters, not used"],
    ["status=lost", "Status “lost” is unknown, not used"],
    ["sort=colour", "Sort “colour” is unknown, not used"],
    ["category=cake", "Category “cake” is unknown, not used"],
    ["assignee=me", "Assignee “me” is unknown, not used"],
    ["after=nowhere", "This page of the list was not found, first page shown"],
  ]) {
    await page.goto(`/desk?${query}`)
    await expect(chips.getByText(words ?? "")).toBeVisible()
    await expect(rowOf(page, filed[0])).toHaveCount(1)
  }
  await page.goto("/desk?open=GR-XXXX-XXXX")
  await expect(page.getByText("GR-XXXX-XXXX was not found")).toBeVisible()
  await expect(rowOf(page, filed[0])).toHaveCount(1)
})

test("the list is no wider than its window with text of twice the size", ONLY_ONCE, async ({ pageOf, work }) => {
  const { worker, filed } = await work(1)
  for (const person of [SUPERVISOR, worker]) {
    const page = await pageOf(person, "hears nothing")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`/desk?q=${filed[0]?.reference}`)
    await awake(page)
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
    await boxOf(page, filed[0]).check()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  }
})
