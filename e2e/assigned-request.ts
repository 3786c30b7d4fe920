import type { RequestToFile, ServiceRequest } from "@/lib/requests/contract"
import { test as base, type Newcomer } from "./api"
import { fileFor } from "./filing"
import { SUPERVISOR } from "./people"

export interface AssignedRequest {
  /** The customer, who has sent nothing else. */
  person: Newcomer
  /** The member of staff, who has nothing else to do and is away. */
  worker: Newcomer
  request: ServiceRequest
}

interface Fixtures {
  /** A new customer's request, assigned to a new member of staff. */
  assignedRequest: (changes?: Partial<RequestToFile>) => Promise<AssignedRequest>
}

/** For tests of what happens to a request that somebody has already sent and somebody already has. */
export const test = base.extend<Fixtures>({
  assignedRequest: ({ as, newCustomer, newStaff }, use) =>
    use(async (changes) => {
      const [person, worker] = [await newCustomer(), await newStaff()]
      const request = await fileFor(await as(person), await as(SUPERVISOR), worker.id, changes)
      return { person, worker, request }
    }),
})
