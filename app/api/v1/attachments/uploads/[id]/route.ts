import { endpoint } from "@/lib/http/endpoint"
import { dropUpload } from "@/lib/requests/uploads/drop-upload"
import { uploadOperations } from "@/lib/requests/uploads/operations"
export const DELETE = endpoint(uploadOperations.dropUpload, dropUpload)
