import { changeRequests } from "@/lib/dispatch/several/change-requests"
import { severalOperations } from "@/lib/dispatch/several/operations"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(severalOperations.changeRequests, changeRequests)
