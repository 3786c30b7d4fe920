import { endpoint } from "@/lib/http/endpoint"
import { editProfile, getProfile } from "@/lib/identity/profile/edit-profile"
import { accountOperations } from "@/lib/identity/profile/operations"

export const GET = endpoint(accountOperations.getProfile, getProfile)
export const PUT = endpoint(accountOperations.editProfile, editProfile)
