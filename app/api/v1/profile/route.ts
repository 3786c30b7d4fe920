import { endpoint } from "@/lib/http/endpoint"
import { editProfile, getProfile } from "@/lib/identity/profile/edit-profile"
import { profileOperations } from "@/lib/identity/profile/operations"

export const GET = endpoint(profileOperations.getProfile, getProfile)
export const PUT = endpoint(profileOperations.editProfile, editProfile)
