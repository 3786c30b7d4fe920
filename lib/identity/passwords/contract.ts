import { z } from "zod"
import { lengthOf, SHORTEST } from "./password-strength"

const LONGEST = 128

/** A password somebody chooses: of any characters, and kept exactly as it was typed. */
export const PasswordToSet = z
  .string({ error: "Enter a password" })
  .refine((typed) => lengthOf(typed) >= SHORTEST, {
    error: `Password must be at least ${SHORTEST} characters`,
    abort: true,
  })
  .refine((typed) => lengthOf(typed) <= LONGEST, `Password must be ${LONGEST} characters or fewer`)
  .meta({ minLength: SHORTEST, maxLength: LONGEST })
