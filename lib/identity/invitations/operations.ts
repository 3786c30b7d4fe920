import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { Invitation, InvitationToMake, NewInvitation } from "./contract"

export const invitationOperations = {
  listInvitations: operation({
    method: "get",
    path: "/invitations",
    tag: "Staff",
    access: "account",
    status: 200,
    summary: "List invitations, newest first",
    input: Paging,
    example: { limit: 20 },
    output: page(Invitation),
  }),
  inviteStaff: operation({
    method: "post",
    path: "/invitations",
    tag: "Staff",
    access: "account",
    status: 201,
    summary: "Invite a member of staff",
    description:
      "The code works once, for this email address only, for seven days. Any open invitation for the same email address is revoked.",
    input: InvitationToMake,
    example: { email: "tom.fletcher@example.com", role: "staff" },
    output: NewInvitation,
  }),
  resendInvitation: operation({
    method: "post",
    path: "/invitations/{id}/code",
    tag: "Staff",
    access: "account",
    status: 201,
    summary: "Resend an invitation with a new code",
    description: "The previous code stops working. The new code works for seven days.",
    input: One,
    output: NewInvitation,
  }),
  revokeInvitation: operation({
    method: "delete",
    path: "/invitations/{id}",
    tag: "Staff",
    access: "account",
    status: 204,
    summary: "Revoke an invitation. Its code stops working immediately",
    input: One,
    output: z.void(),
  }),
}
