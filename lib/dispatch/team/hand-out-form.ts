import { z } from "zod"
import { chosenRequests, HandOut, NONE_CHOSEN } from "./contract"

export const HandOutForm = HandOut.omit({ requests: true }).extend({
  chosen: chosenRequests(z.string().regex(/^[0-9a-f-]{36}\.\d{1,9}$/, NONE_CHOSEN)),
})

/** What the form means, for the contract to check. */
export const requestsIn = (chosen: readonly string[]): HandOut["requests"] =>
  chosen.map((value) => {
    const [id = "", version] = value.split(".")
    return { id, version: Number(version) }
  })
