import { z } from "zod"
import { PasswordChange } from "@/lib/identity/passwords/contract"
import { Code } from "@/lib/identity/two-factor/contract"
import { Id } from "@/lib/model/text"

/** Deletion is permanent, so a person who found a signed-in browser must not be able to do it. */
export const Deletion = PasswordChange.pick({ currentPassword: true }).extend({
  code: Code.optional().describe(
    "The code from the authenticator app, or a recovery code, if the account uses two-factor authentication",
  ),
})

export const Some = z.object({ count: z.number().int(), first: z.array(z.object({ id: Id, reference: z.string() })) })
export type SomeRequests = z.infer<typeof Some>
