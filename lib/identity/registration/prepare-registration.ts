import { fromNetwork } from "@/lib/identity/auth/from-network"
import { takeTry } from "@/lib/identity/auth/throttle"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { refusePassword } from "@/lib/identity/passwords/refuse-password"
import type { Visitor } from "@/lib/model/actor"
import type { NewPerson } from "./contract"

const HOUR = 3600

/** The answer to every registration, whether or not the address had an account before. */
export const REGISTRATION_ANSWER = {
  message:
    "We have sent an email to this address. If the account is new, follow the link in the email. Then you can sign in.",
}

/** The answer to those whose invitation has shown that they read the mailbox, whether or not it had an account before. */
export const INVITED_ANSWER = { message: "If the account is new, you can sign in now." }

/**
 * Does the slow part of a registration, hashing the password, before the transaction opens, so that no lock is held
 * meanwhile. It is done for known addresses too: otherwise the time of the answer would tell them apart.
 * @returns what to store about the person, with the hash in place of the password
 * @throws AppError `too_many_requests` after 20 registrations an hour from one network address; `invalid` for a password
 *   that is common or is the email address
 */
export async function prepareRegistration(visitor: Visitor, { name, email, phone, password }: NewPerson) {
  await takeTry(fromNetwork("register", visitor, { tries: 20, seconds: HOUR }))
  refusePassword(password, email)
  return { name, email, phone, passwordHash: await hashPassword(password) }
}
