import type { RequestToFile, ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer } from "./api"
import { somewhere } from "./people"

/** A request worth filing. */
export const requestToFile = (changes: Partial<RequestToFile> = {}): RequestToFile => ({
  category: "meter_fault",
  title: "Meter display is blank",
  description: "The display has shown nothing since Monday.\nThe supply itself works.",
  premises: somewhere(),
  contactPreference: "phone",
  ...changes,
})

export const fileRequest = (customer: Api, changes?: Partial<RequestToFile>) =>
  answer<ServiceRequest>(customer.post("/requests", requestToFile(changes)), 201)

/** Files a request and has a supervisor give it to somebody, since the system chooses whom it likes. */
export async function fileFor(customer: Api, supervisor: Api, assigneeId: string, changes?: Partial<RequestToFile>) {
  const { id, version } = await fileRequest(customer, changes)
  return answer<ServiceRequest>(supervisor.put(`/requests/${id}/assignee`, { assigneeId, version }), 200)
}
