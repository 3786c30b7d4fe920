import type { Page } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { answer, type Newcomer } from "../api"
import { fileFor } from "../filing"
import { SUPERVISOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, type test } from "../visit"

const rowOf = (page: Page, { reference }: Pick<ServiceRequest, "reference">) =>
  page.locator("tbody tr").filter({ hasText: reference })
const box = (page: Page, { reference }: Pick<ServiceRequest, "reference">) => page.getByLabel(`Select ${reference}`)
const listOf = ({ id }: { id: string }) => `/desk?assignee=${id}`
/** From here on scripts do what they do. */
const awake = (page: Page) => expect(page.getByRole("button", { name: "Keys" })).toBeVisible()

/** Some requests, each assigned to the same new member of staff. */
const filedFor = async (
  { as, newCustomer, newStaff }: Parameters<Parameters<typeof test>[2]>[0],
  many: number,
): Promise<{ worker: Newcomer; filed: ServiceRequest[] }> => {
  const worker = await newStaff()
  const [customer, supervisor] = [await as(await newCustomer()), await as(SUPERVISOR)]
  const filed: ServiceRequest[] = []
  for (let at = 0; at < many; at++)
    filed.push(await fileFor(customer, supervisor, worker.id, { title: `Request ${at + 1} of ${many}` }))
  return { worker, filed: filed.toReversed() }
}
