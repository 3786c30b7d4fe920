import { endpoint } from "@/lib/http/endpoint"
import { invitationOperations } from "@/lib/identity/accounts/invitation-operations"
import { revokeInvitation } from "@/lib/identity/accounts/invitations"

export const DELETE = endpoint(invitationOperations.revokeInvitation, revokeInvitation)
