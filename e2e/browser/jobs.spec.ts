import { failJob } from "../failed-jobs"
import { ADMINISTRATOR } from "../people"
import { arrive, expect, press, test } from "../visit"

const REFUSED = "The mail server did not take a mail: EAUTH, AUTH PLAIN, 535."

test("an administrator sees why a job failed and has it tried again, and drops another once they are sure", async ({
  pageOf,
}) => {
  const [retried, dropped] = [await failJob(REFUSED), await failJob(REFUSED)]
  const page = await pageOf(ADMINISTRATOR)
  const rowOf = (id: string) => page.getByRole("row").filter({ hasText: `Job ${id}` })
  await page.goto("/admin/jobs")
  await expect(rowOf(retried)).toContainText("The mail server refuses our sign-in.")
  await expect(rowOf(retried)).toContainText("Failed")
  await press(page, `Retry job ${retried}`)
  await expect(page.getByRole("alert").filter({ hasText: "Job scheduled" })).toBeVisible()
  // The page may show it while it is being tried.
  await expect(async () => {
    await page.goto("/admin/jobs")
    await expect(rowOf(retried)).toHaveCount(0, { timeout: 1000 })
  }).toPass()

  await page.getByRole("link", { name: `Drop job ${dropped}` }).click()
  await arrive(page, "Drop this job?")
  await page.getByRole("link", { name: "Keep job" }).click()
  await expect(rowOf(dropped)).toBeVisible()
  await page.getByRole("link", { name: `Drop job ${dropped}` }).click()
  await press(page, "Drop job")
  await expect(page.getByRole("alert").filter({ hasText: "Job dropped" })).toBeVisible()
  await expect(rowOf(dropped)).toHaveCount(0)

  await page.goto(`/admin/audit?subjectId=${dropped}&subjectType=job`)
  await expect(page.getByRole("rowheader").first()).toHaveText("Failed job dropped")
})
