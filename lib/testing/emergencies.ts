import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { makeActor, requestToFile } from "./people"

let houses = 0

/** Premises where nobody has reported anything yet. */
export const newPremises = () => ({ line1: `${++houses} Low Road`, town: "Leeds", postcode: "LS1 4AB" })

/** Files an emergency somewhere else than all others, by default of a customer of its own, so that it joins none of them. */
export const fileEmergency = async (by?: Actor) =>
  fileRequest(by ?? (await makeActor("customer")), requestToFile({ category: "gas_leak", premises: newPremises() }))
