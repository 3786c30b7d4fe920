import type { Premises } from "@/lib/model/premises"
import { premisesKey } from "@/lib/model/premises-key"
import type { RequestSummary } from "@/lib/requests/contract"

/** What finds requests at an address, among others. */
export const wordsFor = ({ line1, postcode }: Premises): string => `${line1} ${postcode}`.slice(0, 100)

/** Of requests that were found, those of the same premises, without the one that they were asked for. */
export function othersThere(
  found: readonly RequestSummary[],
  { id, premises }: Pick<RequestSummary, "id" | "premises">,
): RequestSummary[] {
  const key = premisesKey(premises)
  return key === undefined ? [] : found.filter((it) => it.id !== id && premisesKey(it.premises) === key)
}
