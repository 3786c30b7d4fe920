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
    summary: "Invitations, newest first",
    input: Paging,
    output: page(Invitation),
  }),
  inviteStaff: operation({
    method: "post",
    path: "/invitations",
    tag: "Staff",
    access: "account",
    status: 201,
    summary: "Invite somebody to join the staff",
    description:
      "The code works once, for this e-mail only, for seven days. An open invitation of the same e-mail is revoked.",
    input: InvitationToMake,
    output: NewInvitation,
  }),
  resendInvitation: operation({
    method: "post",
    path: "/invitations/{id}/code",
    tag: "Staff",
    access: "account",
    status: 201,
    summary: "Send an invitation again, with a new code",
    description: "The code before stops working, and seven days begin anew.",
    input: One,
    output: NewInvitation,
  }),
  revokeInvitation: operation({
    method: "delete",
    path: "/invitations/{id}",
    tag: "Staff",
    access: "account",
    status: 204,
    summary: "Revoke an invitation: its code stops working at once",
    input: One,
    output: z.void(),
  }),
}
