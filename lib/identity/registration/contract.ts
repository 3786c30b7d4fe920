import { z } from "zod"
import { Email, PersonName, Phone } from "@/lib/identity/accounts/contract"
import { NewPassword } from "@/lib/identity/passwords/contract"
import { Premises } from "@/lib/model/premises"
import { line } from "@/lib/model/text"

/** The part that all registrations have in common, by form, API or command line. */
export const NewPerson = z.object({ name: PersonName, email: Email, phone: Phone, password: NewPassword })
export type NewPerson = z.infer<typeof NewPerson>

export const CustomerToRegister = NewPerson.extend({ premises: Premises })
export type CustomerToRegister = z.infer<typeof CustomerToRegister>

export const StaffApplication = NewPerson.extend({
  invitationCode: line("the invitation code", { max: 60 }).optional(),
})
export type StaffApplication = z.infer<typeof StaffApplication>
