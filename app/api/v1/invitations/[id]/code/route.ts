import { endpoint } from "@/lib/http/endpoint"
import { invitationOperations } from "@/lib/identity/invitations/operations"
import { resendInvitation } from "@/lib/identity/invitations/resend-invitation"

export const POST = endpoint(invitationOperations.resendInvitation, resendInvitation)
