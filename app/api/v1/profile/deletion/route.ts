import { endpoint } from "@/lib/http/endpoint"
import { privacyOperations } from "@/lib/oversight/privacy/contract"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"

export const POST = endpoint(privacyOperations.deleteAccount, deleteAccount)
