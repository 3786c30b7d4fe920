import type { Page } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, type Newcomer } from "./api"
import { fileFor } from "./filing"
import { SUPERVISOR } from "./people"
import { expect, test as visiting } from "./visit"

interface Work {
  supervisor: Api
  worker: Newcomer
  filed: ServiceRequest[]
}

interface Fixtures {
  /** Some requests of one new customer, all assigned to one new member of staff. */
  work: (many: number) => Promise<Work>
}

/** Journeys along a list of requests that nobody else changes. */
export const test = visiting.extend<Fixtures>({
  work: ({ as, newCustomer, newStaff }, use) =>
    use(async (many) => {
      const [worker, supervisor] = [await newStaff(), await as(SUPERVISOR)]
      const customer = await as(await newCustomer())
      const filed: ServiceRequest[] = []
      for (let at = 1; at <= many; at++)
        filed.push(await fileFor(customer, supervisor, worker.id, { title: `Meter display is blank, number ${at}` }))
      return { supervisor, worker, filed }
    }),
})

type Named = Pick<ServiceRequest, "reference"> | undefined

export const rowOf = (page: Page, request: Named) => page.locator("tbody tr").filter({ hasText: request?.reference })
export const boxOf = (page: Page, request: Named) => page.getByLabel(`Select ${request?.reference}`)
/** The list of all that somebody has, as supervisors see it. */
export const listOf = ({ id }: { id: string }) => `/desk?assignee=${id}`
/** From here on scripts do what they do. */
export const awake = (page: Page) => expect(page.getByRole("button", { name: "Keys" })).toBeVisible()

/** Has somebody change the status of a request as it is now. */
export async function move(api: Api, request: ServiceRequest | undefined, to: string): Promise<void> {
  const { version } = await answer<ServiceRequest>(api.get(`/requests/${request?.id}`), 200)
  await answer(api.put(`/requests/${request?.id}/status`, { to, version, note: "Found at once." }), 200)
}
