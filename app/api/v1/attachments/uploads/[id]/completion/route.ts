import { endpoint } from "@/lib/http/endpoint"
import { completeUpload } from "@/lib/requests/uploads/complete-upload"
import { uploadOperations } from "@/lib/requests/uploads/operations"
export const POST = endpoint(uploadOperations.completeUpload, completeUpload)
