import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Account, Answer, Customer, PasswordChange, ProfileChange, StaffApplication } from "./contract"

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
      "The response is the same if the address already has an account: nothing changes, and its owner gets an email. Until the customer confirms their email address, only emergencies are assigned.",
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
      "With an invitation code the account is active immediately. Without one, an administrator must approve it first. The response is the same if the address already has an account.",
    input: StaffApplication,
    output: Answer,
  }),
  getProfile: operation({
    method: "get",
    path: "/profile",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Get your profile",
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
