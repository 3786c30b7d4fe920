import { z } from "zod"
import {
  Account,
  Answer,
  Customer,
  PasswordChange,
  ProfileChange,
  StaffApplication,
} from "@/lib/identity/accounts/contract"
import { operation } from "@/lib/model/operation"

const Empty = z.object({})

export const accountOperations = {
  registerCustomer: operation({
    method: "post",
    path: "/accounts",
    tag: "Accounts",
    access: "public",
    status: 202,
    summary: "Register as a customer",
    description:
      "The answer is the same when the address has an account: nothing changes then, and its owner gets a letter. Until a mailed link was followed, only emergencies are assigned.",
    input: Customer,
    output: Answer,
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
    output: Answer,
  }),
  getProfile: operation({
    method: "get",
    path: "/profile",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Your profile",
    input: Empty,
    output: Account,
  }),
  editProfile: operation({
    method: "put",
    path: "/profile",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Change your name, phone and premises",
    input: ProfileChange,
    output: Account,
  }),
  changePassword: operation({
    method: "put",
    path: "/profile/password",
    tag: "Profile",
    access: "account",
    status: 204,
    summary: "Change your password",
    description: "Signs you out everywhere else.",
    input: PasswordChange,
    output: z.void(),
  }),
}
