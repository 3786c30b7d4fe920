import { endpoint } from "@/lib/http/endpoint"
import { privacyOperations } from "@/lib/privacy/contract"
import { deleteAccount } from "@/lib/privacy/delete"

export const POST = endpoint(privacyOperations.deleteAccount, deleteAccount)
