import { mergeTests } from "@playwright/test"
import { test as launch } from "../launch"
import { ADMINISTRATOR, AMARA, PRIYA } from "../people"
import { appFor } from "../two-factor"
import { arrive, expect, fill, press, signIn, test as visit } from "../visit"

const test = mergeTests(visit, launch)

/** In an app of its own: what is required of staff is required of all of them at once. */
test.describe("two-factor: required of staff by an administrator who uses it", () => {
  test("confines them to setting it up, from their very next click", async ({ browser, start }) => {
    const { address } = await start()
    const open = async (person: typeof AMARA) => {
      const page = await (await browser.newContext({ baseURL: address })).newPage()
      await signIn(page, person)
      return page
    }
    const [administrator, worker, customer] = [await open(ADMINISTRATOR), await open(PRIYA), await open(AMARA)]
    const setUp = async (page: typeof worker, { password }: typeof AMARA) => {
      await page.goto("/profile/two-factor")
      await fill(page, { "Current password": password })
      await press(page, "Continue")
      const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ""
      await fill(page, { "Code from your app": appFor(key.replaceAll(" ", ""))() })
      await press(page, /^Turn on$/)
      await expect(page.getByText("Save these recovery codes")).toBeVisible()
    }
    const require = async () => {
      await administrator.goto("/admin/settings")
      await administrator.getByRole("radio", { name: "Required" }).check()
      await press(administrator, "Save settings")
    }

    await require()
    await expect(administrator.getByText("Set up two-factor authentication for your own account")).toBeVisible()
    await setUp(administrator, ADMINISTRATOR)
    await worker.goto("/desk")
    await arrive(worker, "Assigned to you")
    await require()
    await expect(administrator.getByText("Settings saved")).toBeVisible()

    for (const path of ["/desk", "/desk?status=any"]) {
      await worker.goto(path)
      await arrive(worker, "Two-factor authentication")
      await expect(worker.getByText("Set up two-factor authentication to continue")).toBeVisible()
    }
    const refused = await worker.request.get("/api/v1/requests")
    expect(refused.status()).toBe(403)
    expect((await refused.json()).detail).toContain("two-factor authentication")
    await setUp(worker, PRIYA)
    await worker.goto("/desk")
    await arrive(worker, "Assigned to you")
    await worker.goto("/profile/two-factor/off")
    await expect(worker.getByText("You cannot turn it off")).toBeVisible()
    await customer.goto("/requests")
    await arrive(customer, "Your requests")
  })
})
