import { endpoint } from "@/lib/http/endpoint"
import { beginUpload } from "@/lib/requests/uploads/begin-upload"
import { uploadOperations } from "@/lib/requests/uploads/operations"
export const POST = endpoint(uploadOperations.beginUpload, beginUpload)
