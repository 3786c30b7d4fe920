import { endpoint } from "@/lib/http/endpoint"
import { invitationOperations } from "@/lib/identity/accounts/invitation-operations"
import { resendInvitation } from "@/lib/identity/accounts/invitations"

export const POST = endpoint(invitationOperations.resendInvitation, resendInvitation)
