import { z } from "zod"
import { requestsIn } from "@/lib/dispatch/team/read-chosen"
import { MOST_TOGETHER } from "./most-together"

const TAKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}$/

/** The form of a button that takes an emergency: which one, and the version that was shown. */
export const TakeForm = z.object({ chosen: z.string("Choose an emergency").regex(TAKEN, "Choose an emergency") })

/** The same of several, with spaces between them. */
export const TogetherForm = z.object({
  chosen: z
    .string("Choose an emergency")
    .transform((values) => values.split(" "))
    .pipe(z.array(TakeForm.shape.chosen).max(MOST_TOGETHER, `Choose at most ${MOST_TOGETHER} emergencies`)),
})

/** What the button of a form with several emergencies says. */
export function togetherIn(chosen: readonly string[]): { ids: string[]; versions: number[] } {
  const requests = requestsIn(chosen)
  return { ids: requests.map(({ id }) => id), versions: requests.map(({ version }) => version) }
}

/** What the button of one emergency says. */
export const takenIn = (chosen: string): { id: string; version?: number } => requestsIn([chosen])[0] ?? { id: "" }
