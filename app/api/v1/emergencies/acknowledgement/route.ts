import { acknowledgeTogether } from "@/lib/dispatch/reports/acknowledge-together"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(reportOperations.acknowledgeTogether, acknowledgeTogether)
