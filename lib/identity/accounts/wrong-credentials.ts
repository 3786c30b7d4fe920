import { AppError } from "@/lib/model/errors"

/**
 * The one error for every failed sign-in, so that it tells neither whether the account exists nor what was wrong: not even
 * that only the link in the mail is still to be followed.
 */
export const wrongCredentials = () =>
  new AppError(
    "unauthenticated",
    "The email address or password is not correct. If your account is new, first follow the link in the email we sent you.",
  )
