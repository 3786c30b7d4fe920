import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { AddedDetails } from "@/lib/requests/contract"
import { EmergencyReport, ReportReceipt, ReportStatus } from "./contract"

export const emergencyReportOperations = {
  reportEmergency: operation({
    method: "post",
    path: "/emergency-reports",
    tag: "Emergencies",
    access: "public",
    status: 201,
    summary: "Report an emergency without an account",
    description:
      "Tell the person to get out and call the emergency line first. The report is an emergency request, which is offered to the on-call team immediately; the page at `statusPath` says so, or that nobody could be reached yet. Only `safetyCheck` and `premises` are required. No report is refused for being one of many: one that was reported already is handled with the first.",
    input: EmergencyReport,
    example: {
      safetyCheck: "pipe_hit",
      premises: { line1: "1 Example Street", town: "Exampletown", postcode: "EX1 1EX" },
      details: "This is an example from the API documentation. No one is in danger.",
      everyoneOutside: true,
      anyoneUnwell: false,
    },
    output: ReportReceipt,
  }),
}

/** What the link of a receipt leads to. */
export const reportStatus = contract({
  access: "public",
  input: z.object({ token: z.string().max(500) }),
  output: ReportStatus,
})

/** What whoever has the link adds. */
export const reportAddition = contract({
  access: "public",
  input: reportStatus.input.extend({ details: AddedDetails.shape.details }),
  output: ReportReceipt.pick({ statusPath: true }),
})
