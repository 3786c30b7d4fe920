import { getReports } from "@/lib/dispatch/reports/get-reports"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(reportOperations.getReports, getReports)
