"use server"

import { redirect } from "next/navigation"
import { emergencyReportOperations } from "@/lib/dispatch/emergency-reports/operations"
import { reportEmergency } from "@/lib/dispatch/emergency-reports/report-emergency"
import { action } from "@/lib/http/action"

export const report = action(emergencyReportOperations.reportEmergency, reportEmergency, ({ statusPath }) =>
  redirect(statusPath),
)
