"use server"

import { refresh } from "next/cache"
import { action } from "@/lib/http/action"
import { inviteCustomer } from "@/lib/identity/customers/invite-customer"
import { customerOperations } from "@/lib/identity/customers/operations"

export const invite = action(
  customerOperations.inviteCustomer,
  inviteCustomer,
  () => refresh(),
  ({ email }) => ({ email: email ?? "" }),
)
