import { endpoint } from "@/lib/http/endpoint"
import { editHome } from "@/lib/identity/homes/edit-home"
import { leaveHome } from "@/lib/identity/homes/leave-home"
import { homeOperations } from "@/lib/identity/homes/operations"

export const PUT = endpoint(homeOperations.editHome, editHome)
export const DELETE = endpoint(homeOperations.leaveHome, leaveHome)
