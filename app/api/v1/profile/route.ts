import { endpoint } from "@/lib/http/endpoint"
import { editProfile } from "@/lib/identity/profile/edit-profile"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"

export const GET = endpoint(profileOperations.getProfile, getProfile)
export const PUT = endpoint(profileOperations.editProfile, editProfile)
