import { endpoint } from "@/lib/http/endpoint"
import { invitationOperations } from "@/lib/identity/invitations/operations"
import { revokeInvitation } from "@/lib/identity/invitations/revoke-invitation"

export const DELETE = endpoint(invitationOperations.revokeInvitation, revokeInvitation)
