import { endpoint } from "@/lib/http/endpoint"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { privacyOperations } from "@/lib/oversight/privacy/operations"

export const POST = endpoint(privacyOperations.deleteAccount, deleteAccount)
