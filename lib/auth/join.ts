import type { z } from "zod"
import type { Customer, StaffApplication } from "@/lib/accounts/contract"
import { registerCustomer, registerStaff } from "@/lib/accounts/register"
import type { Visitor } from "./actor"
import { startBrowserSession } from "./sign-in"

/** Registers and signs in, since whoever just chose a password need not type it again. */
export async function joinAsCustomer(visitor: Visitor, input: z.output<typeof Customer>) {
  return startBrowserSession(await registerCustomer(visitor, input), visitor)
}

export async function joinAsStaff(visitor: Visitor, input: z.output<typeof StaffApplication>) {
  return startBrowserSession(await registerStaff(visitor, input), visitor)
}
