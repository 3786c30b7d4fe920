import { accountOperations } from "@/lib/accounts/contract"
import { editStaff } from "@/lib/accounts/staff"
import { endpoint } from "@/lib/http/endpoint"

export const PATCH = endpoint(accountOperations.editStaff, editStaff)
