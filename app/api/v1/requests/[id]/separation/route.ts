import { reportOperations } from "@/lib/dispatch/reports/operations"
import { separateReport } from "@/lib/dispatch/reports/separate-report"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(reportOperations.separateReport, separateReport)
