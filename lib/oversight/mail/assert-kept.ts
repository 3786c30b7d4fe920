import { AppError } from "@/lib/model/errors"
import { isMailKept } from "@/lib/platform/mail/delivery-mode"

/**
 * Hides the mailbox from everybody where mail is really sent.
 * @throws AppError `not_found`.
 */
export function assertKept(): void {
  if (!isMailKept()) throw nothingHere()
}

export const nothingHere = () => new AppError("not_found", "This no longer exists, or you do not have access to it.")
