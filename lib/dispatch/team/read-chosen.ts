import { z } from "zod"
import { type AssignRequests, NONE_CHOSEN } from "./contract"

/** What `chosenValue` writes: the ID of a request and the version that was seen. */
export const ChosenValue = z.string().regex(/^[0-9a-f-]{36}\.\d{1,9}$/, NONE_CHOSEN)

/** Turns the ticked values into requests for the contract to check. */
export const requestsIn = (chosen: readonly string[]): AssignRequests["requests"] =>
  chosen.map((value) => {
    const [id = "", version] = value.split(".")
    return { id, version: Number(version) }
  })
