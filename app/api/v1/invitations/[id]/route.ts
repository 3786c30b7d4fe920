import { revokeInvitation } from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import { endpoint } from "@/lib/http/endpoint"

export const DELETE = endpoint(accountOperations.revokeInvitation, revokeInvitation)
