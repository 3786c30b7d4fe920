"use client"

import { useSyncExternalStore } from "react"
import { LIST, listBefore } from "@/components/desk/list-now"
import { Link } from "@/components/ui/link"

const never = () => () => undefined

/** Leads back to the list that somebody came from, as it was narrowed and sorted; without scripts to the usual one. */
export function BackToList() {
  return <Link href={useSyncExternalStore(never, listBefore, () => LIST)}>Requests</Link>
}
