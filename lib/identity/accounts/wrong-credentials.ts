import { AppError } from "@/lib/model/errors"

/** The one error for every failed sign-in, so that it tells neither whether the account exists nor what was wrong. */
export const wrongCredentials = () => new AppError("unauthenticated", "The email address or password is not correct.")
