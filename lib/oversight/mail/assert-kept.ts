import { AppError } from "@/lib/model/errors"
import { isMailKept } from "@/lib/platform/mail/is-kept"

/** Where mail is sent there is no such place, whoever asks. */
export function assertKept(): void {
  if (!isMailKept()) throw nothingHere()
}

export const nothingHere = () => new AppError("not_found", "There is nothing here.")
