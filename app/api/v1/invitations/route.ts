import { endpoint } from "@/lib/http/endpoint"
import { invitationOperations } from "@/lib/identity/accounts/invitation-operations"
import { inviteStaff, listInvitations } from "@/lib/identity/accounts/invitations"

export const GET = endpoint(invitationOperations.listInvitations, listInvitations)
export const POST = endpoint(invitationOperations.inviteStaff, inviteStaff)
