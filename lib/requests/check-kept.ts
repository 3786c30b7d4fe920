import { ERASED } from "@/lib/model/erased"
import { AppError } from "@/lib/model/errors"

/**
 * Checks that the words of a request, which is locked, are still kept: what is written to it after they were erased would
 * never be.
 * @throws AppError `conflict` once they are erased
 */
export function checkKept(request: { description: string } | undefined): void {
  if (request?.description === ERASED) throw new AppError("conflict", "We no longer have the details of this request.")
}
