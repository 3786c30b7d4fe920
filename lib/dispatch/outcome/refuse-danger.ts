import { AppError } from "@/lib/model/errors"
import type { ServiceRequest } from "@/lib/requests/contract"
import { dangerAdded } from "@/lib/requests/urgency"
import { env } from "@/lib/runtime/env"

/**
 * Refuses words with which a customer ends a request when they may tell of a danger: what has ended is checked by nobody.
 * @param instead ends the sentence: what to do if there is no danger
 * @throws AppError `invalid` for the field
 */
export function refuseDanger(
  request: Pick<ServiceRequest, "priority" | "category" | "safetyCheck">,
  [field, words]: [field: "comment" | "reason", words: string | undefined],
  instead: string,
): void {
  if (words === undefined || dangerAdded(request, words) === undefined) return
  const message = `If there is any danger, call ${env().EMERGENCY_PHONE} now. ${instead}`
  throw new AppError("invalid", message, { fields: { [field]: message } })
}
