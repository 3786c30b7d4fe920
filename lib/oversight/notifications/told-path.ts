import type { Role } from "@/lib/model/role"

/** The page of what somebody is told of: a request, or else the emails that somebody has to check. */
export function toldPath(role: Role, { requestId }: { requestId: string | null }): string {
  if (requestId === null) return "/desk/team/emails"
  return `${role === "customer" ? "/requests" : "/desk/requests"}/${requestId}`
}
