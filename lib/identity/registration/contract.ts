import { z } from "zod"
import { Email, PersonName, Phone } from "@/lib/identity/accounts/contract"
import { NewPassword } from "@/lib/identity/passwords/contract"
import { Premises } from "@/lib/model/premises"
import { line } from "@/lib/model/text"

/**
 * The part that all registrations have in common, by form, API or command line, in the order of the form, which is the
 * order of what is wrong in it.
 */
export const NewPerson = z.object({ name: PersonName, phone: Phone, email: Email, password: NewPassword })
export type NewPerson = z.infer<typeof NewPerson>

export const CustomerToRegister = NewPerson.extend({ premises: Premises })
export type CustomerToRegister = z.infer<typeof CustomerToRegister>

export const StaffApplication = z.object({
  invitationCode: line("the invitation code", { max: 60 }).optional(),
  ...NewPerson.shape,
})
export type StaffApplication = z.infer<typeof StaffApplication>
