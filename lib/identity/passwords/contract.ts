import { z } from "zod"
import { Email } from "@/lib/identity/accounts/contract"
import { CheckedLink, LinkToken } from "@/lib/identity/mailed-links/contract"
import { characterCount, SHORTEST } from "./password-strength"

const LONGEST_PASSWORD = 128

/** A password that a person chooses. Every character is allowed, and nothing is trimmed or normalised. */
export const NewPassword = z
  .string({ error: "Enter a password" })
  .refine((typed) => characterCount(typed) >= SHORTEST, {
    error: `Password must be at least ${SHORTEST} characters`,
    abort: true,
  })
  .refine(
    (typed) => characterCount(typed) <= LONGEST_PASSWORD,
    `Password must be ${LONGEST_PASSWORD} characters or fewer`,
  )
  .meta({ minLength: SHORTEST, maxLength: LONGEST_PASSWORD })

/** A password that is compared with the one kept. It may be older than the rules for new ones, so they do not apply. */
export const PasswordToCheck = z.string({ error: "Enter your password" }).min(1, "Enter your password").max(1000)

export const PasswordChange = z.object({ currentPassword: PasswordToCheck, newPassword: NewPassword })

export const ResetToRequest = z.object({ email: Email })
export const Reset = z.object({ token: LinkToken, newPassword: NewPassword })

/**
 * Whether the link works, for which account's email address, which the page shows to password managers, and whether it is
 * their first password.
 */
export const CheckedResetLink = CheckedLink.extend({ email: z.string().nullable(), invited: z.boolean() })
