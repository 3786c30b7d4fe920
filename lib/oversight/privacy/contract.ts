import { z } from "zod"
import { PasswordChange } from "@/lib/identity/passwords/contract"
import { Id } from "@/lib/model/text"

/** Deletion is permanent, so a person who found a signed-in browser must not be able to do it. */
export const Deletion = PasswordChange.pick({ currentPassword: true })

export const Some = z.object({ count: z.number().int(), first: z.array(z.object({ id: Id, reference: z.string() })) })
export type SomeRequests = z.infer<typeof Some>
