import { accountOperations } from "@/lib/accounts/contract"
import { inviteStaff, listInvitations } from "@/lib/accounts/invitations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.listInvitations, listInvitations)
export const POST = endpoint(accountOperations.inviteStaff, inviteStaff)
