import type { Premises } from "@/lib/model/premises"
import type { RequestSummary } from "@/lib/requests/contract"

/** What finds requests at an address, among others. */
export const wordsFor = ({ line1, postcode }: Premises): string => `${line1} ${postcode}`.slice(0, 100)

/** Of requests that were found, those of the same address, without the one that they were asked for. */
export const othersThere = (
  found: readonly RequestSummary[],
  { id, premises }: Pick<RequestSummary, "id" | "premises">,
): RequestSummary[] => found.filter((it) => it.id !== id && addressOf(it.premises) === addressOf(premises))

const addressOf = ({ line1, line2 = "", postcode }: Premises): string =>
  `${line1} ${line2} ${postcode}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
