import { endpoint } from "@/lib/http/endpoint"
import { inviteStaff, listInvitations } from "@/lib/identity/invitations/invite-staff"
import { invitationOperations } from "@/lib/identity/invitations/operations"

export const GET = endpoint(invitationOperations.listInvitations, listInvitations)
export const POST = endpoint(invitationOperations.inviteStaff, inviteStaff)
