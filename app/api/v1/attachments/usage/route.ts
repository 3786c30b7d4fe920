import { endpoint } from "@/lib/http/endpoint"
import { getFileUsage } from "@/lib/oversight/file-usage/get-file-usage"
import { fileUsageOperations } from "@/lib/oversight/file-usage/operations"

export const GET = endpoint(fileUsageOperations.getFileUsage, getFileUsage)
