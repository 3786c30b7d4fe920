import { transaction } from "@/db/client"
import type { Visitor } from "@/lib/model/actor"
import type { CustomerToRegister } from "./contract"
import { insertAccount } from "./insert-account"
import { prepareRegistration, REGISTRATION_ANSWER } from "./prepare-registration"
import { sendRegistrationMail } from "./send-registration-mail"

/**
 * Makes a customer's account and mails the link that confirms its address. An address that already has an account is
 * left as it is and its owner is told by mail, so that nobody else can learn who is a customer.
 * @returns one and the same answer in both cases
 * @throws AppError `too_many_requests` after 20 registrations an hour from one network address; `invalid` for a password
 *   that is common or is the email address
 */
export async function registerCustomer(visitor: Visitor, input: CustomerToRegister) {
  const prepared = await prepareRegistration(visitor, input)
  await transaction(async (tx) => {
    const account = await insertAccount(tx, {
      ...prepared,
      premises: input.premises,
      role: "customer",
      state: "active",
    })
    await sendRegistrationMail(tx, visitor, input.email, account)
  })
  return REGISTRATION_ANSWER
}
