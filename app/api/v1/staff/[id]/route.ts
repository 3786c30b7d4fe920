import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { getStaff } from "@/lib/dispatch/staff/get-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(staffOperations.getStaff, getStaff)
export const PATCH = endpoint(staffOperations.editStaff, editStaff)
