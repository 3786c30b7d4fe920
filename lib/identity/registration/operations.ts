import { SafeAnswer } from "@/lib/identity/accounts/contract"
import { operation } from "@/lib/model/operation"
import { CustomerToRegister, StaffApplication } from "./contract"

export const registrationOperations = {
  registerCustomer: operation({
    method: "post",
    path: "/accounts",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Register as a customer",
    description:
      "The response is the same if the address already has an account: nothing changes, and its owner gets an email. The customer can sign in once they have followed the link in the email. An emergency needs no account: `POST /emergency-reports`.",
    input: CustomerToRegister,
    output: SafeAnswer,
  }),
  registerStaff: operation({
    method: "post",
    path: "/staff",
    tag: "Staff",
    access: "public",
    status: 202,
    summary: "Register as support staff",
    description:
      "With an invitation code the account is active immediately. Without one, the person must follow the link in the email, and an administrator must approve the account. The response is the same if the address already has an account.",
    input: StaffApplication,
    output: SafeAnswer,
  }),
}
