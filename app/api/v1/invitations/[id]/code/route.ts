import { endpoint } from "@/lib/http/endpoint"
import { resendInvitation } from "@/lib/identity/invitations/invite-staff"
import { invitationOperations } from "@/lib/identity/invitations/operations"

export const POST = endpoint(invitationOperations.resendInvitation, resendInvitation)
