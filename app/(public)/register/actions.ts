"use server"

import { entering } from "@/lib/auth/contract"
import { joinAsCustomer, joinAsStaff } from "@/lib/auth/join"
import { action } from "@/lib/http/action"
import { enter } from "@/lib/http/viewer"

export const registerCustomer = action(entering.joinAsCustomer, joinAsCustomer, (session, form) =>
  enter(session, form.get("next")),
)

export const registerStaff = action(entering.joinAsStaff, joinAsStaff, (session) => enter(session))
