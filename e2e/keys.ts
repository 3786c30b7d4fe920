import type { z } from "zod"
import type { KeyToMake, NewSecret } from "@/lib/identity/keys/contract"
import { type Api, answer } from "./api"

export type MadeKey = z.infer<typeof NewSecret>

/** A key for a third party, made by an administrator. */
export const makeKey = (administrator: Api, changes: Partial<KeyToMake> = {}) =>
  answer<MadeKey>(
    administrator.post("/keys", {
      name: "Call centre",
      scopes: ["requests:read", "requests:write", "customers:read"],
      reach: "utility",
      ...changes,
    }),
    201,
  )
