import { endpoint } from "@/lib/http/endpoint"
import { inviteStaff, listInvitations } from "@/lib/identity/accounts/invitations"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const GET = endpoint(accountOperations.listInvitations, listInvitations)
export const POST = endpoint(accountOperations.inviteStaff, inviteStaff)
