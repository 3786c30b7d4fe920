import { staffOperations } from "@/lib/dispatch/staff/operations"
import { listStaff } from "@/lib/dispatch/staff/staff"
import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/profile/operations"
import { registerStaff } from "@/lib/identity/registration/register"

export const GET = endpoint(staffOperations.listStaff, listStaff)
export const POST = endpoint(accountOperations.registerStaff, registerStaff)
