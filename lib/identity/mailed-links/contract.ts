import { z } from "zod"

/** The secret of a mailed link, as the link carries it. */
export const LinkToken = z.string("Enter the token from the link").min(1, "Enter the token from the link").max(200)
export const LinkToUse = z.object({ token: LinkToken })
export const LinkToCheck = z.object({ token: LinkToken.optional() })
export const CheckedLink = z.object({ good: z.boolean() })
