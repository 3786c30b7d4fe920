import { z } from "zod"
import { PersonName, Phone } from "@/lib/identity/accounts/contract"
import { Premises } from "@/lib/model/premises"
import { Version } from "@/lib/model/text"

export const ProfileChange = z.object({
  name: PersonName,
  phone: Phone,
  premises: Premises.optional(),
  version: Version,
})
