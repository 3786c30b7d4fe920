import { z } from "zod"
import { AssignRequests, chosenRequests, NONE_CHOSEN } from "./contract"

export const AssignRequestsForm = AssignRequests.omit({ requests: true }).extend({
  chosen: chosenRequests(z.string().regex(/^[0-9a-f-]{36}\.\d{1,9}$/, NONE_CHOSEN)),
})

/** Turns the ticked values into requests for the contract to check. */
export const requestsIn = (chosen: readonly string[]): AssignRequests["requests"] =>
  chosen.map((value) => {
    const [id = "", version] = value.split(".")
    return { id, version: Number(version) }
  })
