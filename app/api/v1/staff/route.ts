import { listStaff } from "@/lib/dispatch/team/staff"
import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { registerStaff } from "@/lib/identity/accounts/register"

export const GET = endpoint(accountOperations.listStaff, listStaff)
export const POST = endpoint(accountOperations.registerStaff, registerStaff)
