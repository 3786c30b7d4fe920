import { CHOOSING, findLink } from "@/lib/identity/mailed-links/mailed-links"
import type { Visitor } from "@/lib/model/actor"

/**
 * Says whether a reset link would work, and for which email address. Checking does not use the link up, since mail
 * programs open links to look for malware.
 */
export async function checkReset(_visitor: Visitor, { token }: { token?: string }) {
  const account = token === undefined ? undefined : await findLink(token, ...CHOOSING)
  return {
    good: account !== undefined,
    email: account?.email ?? null,
    invited: account?.purpose === "portal_invitation",
  }
}
