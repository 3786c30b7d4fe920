import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { registerStaff } from "@/lib/identity/accounts/register"

export const GET = endpoint(staffOperations.listStaff, listStaff)
export const POST = endpoint(accountOperations.registerStaff, registerStaff)
