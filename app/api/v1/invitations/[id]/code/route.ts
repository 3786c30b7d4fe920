import { endpoint } from "@/lib/http/endpoint"
import { resendInvitation } from "@/lib/identity/accounts/invitations"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const POST = endpoint(accountOperations.resendInvitation, resendInvitation)
