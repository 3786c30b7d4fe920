import { accountOperations } from "@/lib/accounts/operations"
import { editProfile, getProfile } from "@/lib/accounts/profile"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(accountOperations.getProfile, getProfile)
export const PUT = endpoint(accountOperations.editProfile, editProfile)
