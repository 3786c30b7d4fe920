import type { Actor, Visitor } from "@/lib/model/actor"
import { hasManyNetworks, networkOf } from "@/lib/runtime/network"

/** Who sent a request, by the columns of its `filed` event, and for which customer. */
export interface FilingAuthor {
  customerId: string
  actorId: string | null
  apiKeyId: string | null
  address: string | null
}

/** Whoever reports emergencies. */
export interface Filer {
  /** Undefined when nobody can be told, as after their data was erased. */
  filer: string | undefined
  /** The wider network of somebody without an account who may change theirs at will. */
  widerFiler?: string
}

/**
 * Names who reports: an account, the customer for whom an API key does, or the network of somebody without an account.
 * The third customer of a call centre is no repetition of the first, nor is the third caller of a member of staff, who has
 * spoken with each.
 */
export function filerOf({ customerId, actorId, apiKeyId, address }: FilingAuthor): Filer {
  if (apiKeyId) return { filer: `key:${apiKeyId}:customer:${customerId}` }
  if (actorId && actorId !== customerId) return { filer: undefined }
  if (actorId) return { filer: `account:${actorId}` }
  if (!address) return { filer: undefined }
  const filer = `address:${networkOf(address)}`
  return hasManyNetworks(address) ? { filer, widerFiler: `address:${networkOf(address, 48)}` } : { filer }
}

/** The author that the `filed` event of this actor's or visitor's request for a customer will have. */
export const authorIn = (by: Actor | Visitor, customerId: string): FilingAuthor => ({
  customerId,
  actorId: "id" in by && !by.key && !by.nameless ? by.id : null,
  apiKeyId: "id" in by && by.key ? by.key.id : null,
  address: by.address,
})
