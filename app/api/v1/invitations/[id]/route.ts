import { endpoint } from "@/lib/http/endpoint"
import { revokeInvitation } from "@/lib/identity/accounts/invitations"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const DELETE = endpoint(accountOperations.revokeInvitation, revokeInvitation)
