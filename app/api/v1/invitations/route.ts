import { inviteStaff, listInvitations } from "@/lib/accounts/invitations"
import { accountOperations } from "@/lib/accounts/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.listInvitations, listInvitations)
export const POST = endpoint(accountOperations.inviteStaff, inviteStaff)
