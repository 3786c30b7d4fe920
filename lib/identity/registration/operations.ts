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
      "The answer is the same when the address has an account: nothing changes then, and its owner gets a letter. Until a mailed link was followed, only emergencies are assigned.",
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
      "With an invitation code the account is active at once; without one it waits for an administrator and sees nothing. The answer is the same when the address has an account.",
    input: StaffApplication,
    output: SafeAnswer,
  }),
}
