import { resendInvitation } from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(accountOperations.resendInvitation, resendInvitation)
