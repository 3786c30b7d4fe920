import { editStaff, getStaff } from "@/lib/dispatch/team/staff"
import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"

export const GET = endpoint(accountOperations.getStaff, getStaff)
export const PATCH = endpoint(accountOperations.editStaff, editStaff)
