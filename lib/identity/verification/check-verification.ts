import { findLink } from "@/lib/identity/mailed-links/mailed-links"
import type { Visitor } from "@/lib/model/actor"

/** Says whether a confirmation link would work. Checking does not use it up, since mail programs open links too. */
export async function checkVerification(_visitor: Visitor, { token }: { token?: string }) {
  return { good: token !== undefined && (await findLink(token, "verify_email")) !== undefined }
}
