import { z } from "zod"
import { Email, PersonName, Phone } from "@/lib/identity/accounts/contract"
import { NewPassword } from "@/lib/identity/passwords/contract"
import { Premises } from "@/lib/model/premises"
import { line } from "@/lib/model/text"

const NewPerson = z.object({ name: PersonName, email: Email, phone: Phone, password: NewPassword })
export const CustomerToRegister = NewPerson.extend({ premises: Premises })
export const StaffApplication = NewPerson.extend({
  invitationCode: line("the invitation code", { max: 60 }).optional(),
})
/** For the command line only: there is no operation that makes an administrator. */
export const Administrator = NewPerson
