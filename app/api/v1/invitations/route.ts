import { endpoint } from "@/lib/http/endpoint"
import { inviteStaff } from "@/lib/identity/invitations/invite-staff"
import { listInvitations } from "@/lib/identity/invitations/list-invitations"
import { invitationOperations } from "@/lib/identity/invitations/operations"

export const GET = endpoint(invitationOperations.listInvitations, listInvitations)
export const POST = endpoint(invitationOperations.inviteStaff, inviteStaff)
