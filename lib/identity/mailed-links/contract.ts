import { z } from "zod"

/** The secret of a mailed link, as the link carries it. */
export const LinkToken = z.string("Give the token of the link").min(1, "Give the token of the link").max(200)
export const LinkToUse = z.object({ token: LinkToken })
export const LinkToCheck = z.object({ token: LinkToken.optional() })
export const CheckedLink = z.object({ good: z.boolean() })
