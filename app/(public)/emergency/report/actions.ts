"use server"

import { redirect } from "next/navigation"
import { addToReport } from "@/lib/dispatch/emergency-reports/add-to-report"
import { emergencyReportOperations, reportAddition } from "@/lib/dispatch/emergency-reports/operations"
import { reportEmergency } from "@/lib/dispatch/emergency-reports/report-emergency"
import { action } from "@/lib/http/action"

export const report = action(emergencyReportOperations.reportEmergency, reportEmergency, ({ statusPath }) =>
  redirect(statusPath),
)

export const addDetails = action(reportAddition, addToReport, ({ statusPath }) =>
  redirect(`${statusPath}?added=details`),
)
