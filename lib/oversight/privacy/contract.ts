import { z } from "zod"
import { PasswordChange } from "@/lib/identity/passwords/contract"
import { Id } from "@/lib/model/text"

/** Deleting is for good, so whoever only found a signed-in browser must not be able to. */
export const Deletion = PasswordChange.pick({ currentPassword: true })

export const Some = z.object({ count: z.number().int(), first: z.array(z.object({ id: Id, reference: z.string() })) })
export type SomeRequests = z.infer<typeof Some>
