import { endpoint } from "@/lib/http/endpoint"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { editProfile, getProfile } from "@/lib/identity/accounts/profile"

export const GET = endpoint(accountOperations.getProfile, getProfile)
export const PUT = endpoint(accountOperations.editProfile, editProfile)
