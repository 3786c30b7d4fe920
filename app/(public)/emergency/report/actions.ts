"use server"

import { redirect } from "next/navigation"
import { addToReport } from "@/lib/dispatch/emergency-reports/add-to-report"
import { SentReport } from "@/lib/dispatch/emergency-reports/contract"
import { emergencyReportOperations, reportAddition } from "@/lib/dispatch/emergency-reports/operations"
import { reportEmergency } from "@/lib/dispatch/emergency-reports/report-emergency"
import { action } from "@/lib/http/action"
import { formOnce } from "@/lib/http/form-once"

export const report = action(
  { ...emergencyReportOperations.reportEmergency, input: SentReport },
  (visitor, { form, ...told }) => formOnce(form, told, () => reportEmergency(visitor, told)),
  ({ statusPath }) => redirect(statusPath),
)

export const addDetails = action(reportAddition, addToReport, ({ statusPath }) =>
  redirect(`${statusPath}?added=details`),
)
