import { z } from "zod"
import { Email } from "@/lib/identity/accounts/contract"
import { ROLES } from "@/lib/model/role"
import { Id, Instant } from "@/lib/model/text"

export const INVITED_ROLES = ["staff", "supervisor"] as const
export const InvitationToMake = z.object({
  email: Email,
  role: z.enum(INVITED_ROLES, "Choose a role").default("staff"),
})
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: z.enum(ROLES),
  expiresAt: Instant,
  usedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
})
export const NewInvitation = Invitation.extend({ code: z.string().describe("Shown only once. We keep only its hash") })
