import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { endpoint } from "@/lib/http/endpoint"
import { registrationOperations } from "@/lib/identity/registration/operations"
import { registerStaff } from "@/lib/identity/registration/register-staff"
export const GET = endpoint(staffOperations.listStaff, listStaff)
export const POST = endpoint(registrationOperations.registerStaff, registerStaff)
