import { accountOperations } from "@/lib/accounts/operations"
import { editStaff, getStaff } from "@/lib/accounts/staff"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.getStaff, getStaff)
export const PATCH = endpoint(accountOperations.editStaff, editStaff)
