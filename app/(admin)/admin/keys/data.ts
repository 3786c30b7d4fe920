import { cache } from "react"
import { load } from "@/lib/http/load"
import { getKey } from "@/lib/identity/keys/get-key"
import { listKeys } from "@/lib/identity/keys/list-keys"
import { keyOperations } from "@/lib/identity/keys/operations"

export const loadKeys = load(keyOperations.listKeys, listKeys)

const loadOne = load(keyOperations.getKey, getKey)

/** Asked for by a page's title and by the page itself. */
export const loadKey = cache((id: string) => loadOne({ id }))
