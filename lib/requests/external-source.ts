import type { Actor } from "@/lib/model/actor"

/** Whose word an external reference is, which is unique among theirs. */
export const externalSourceOf = ({ id, key }: Actor): string => (key ? `key:${key.id}` : `account:${id}`)
