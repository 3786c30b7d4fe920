import { staffOperations } from "@/lib/dispatch/staff/operations"
import { editStaff, getStaff } from "@/lib/dispatch/staff/staff"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(staffOperations.getStaff, getStaff)
export const PATCH = endpoint(staffOperations.editStaff, editStaff)
