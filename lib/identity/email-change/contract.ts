import { z } from "zod"
import { Email } from "@/lib/identity/accounts/contract"
import { PasswordToCheck } from "@/lib/identity/passwords/contract"
import { Code } from "@/lib/identity/two-factor/contract"

export const EmailChange = z.object({
  email: Email,
  currentPassword: PasswordToCheck,
  code: Code.optional().describe("Needed if you use two-factor authentication"),
})

/** Whether the link works, and which address it confirms. */
export const CheckedEmailChange = z.object({ email: z.string().nullable() })
