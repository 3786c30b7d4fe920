import { emergencyReportOperations } from "@/lib/dispatch/emergency-reports/operations"
import { reportEmergency } from "@/lib/dispatch/emergency-reports/report-emergency"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(emergencyReportOperations.reportEmergency, reportEmergency)
