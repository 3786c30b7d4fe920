import { accountOperations } from "@/lib/accounts/operations"
import { registerStaff } from "@/lib/accounts/register"
import { listStaff } from "@/lib/accounts/staff"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.listStaff, listStaff)
export const POST = endpoint(accountOperations.registerStaff, registerStaff)
