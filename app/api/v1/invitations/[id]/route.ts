import { endpoint } from "@/lib/http/endpoint"
import { revokeInvitation } from "@/lib/identity/invitations/invite-staff"
import { invitationOperations } from "@/lib/identity/invitations/operations"

export const DELETE = endpoint(invitationOperations.revokeInvitation, revokeInvitation)
