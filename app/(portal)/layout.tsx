import type { ReactNode } from "react"
import { askedPath, signedIn } from "@/lib/http/current-actor"
import { seeOther } from "@/lib/http/see-other"
import { startPageOf } from "@/lib/identity/accounts/start-page"

/** Customers are at home here; staff who follow a customer's link get to the same request on their desk. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await signedIn()
  if (actor.role === "customer") return children
  // What an upload was refused for travels in the query.
  const request = /^(\/requests\/[0-9a-f-]{36})[^?]*(\?.*)?$/.exec((await askedPath()) ?? "")
  return seeOther(request && actor.state === "active" ? `/desk${request[1]}${request[2] ?? ""}` : startPageOf(actor))
}
