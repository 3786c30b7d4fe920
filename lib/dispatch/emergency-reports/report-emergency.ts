import { fileRequest } from "@/lib/dispatch/file-request"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { reportToFile } from "@/lib/requests/report-to-file"
import { env } from "@/lib/runtime/env"
import type { EmergencyReport, ReportReceipt } from "./contract"
import { reportToken } from "./report-token"
import { reporterFor } from "./reporter"

/**
 * Files an emergency for somebody without an account. The answer holds nothing but what they need to ask for it again.
 * @throws AppError `invalid` for an answer that tells of no emergency.
 */
export async function reportEmergency(
  visitor: Visitor,
  { safetyCheck, ...report }: EmergencyReport,
): Promise<ReportReceipt> {
  const input = reportToFile(safetyCheck, report)
  if (!input) throw new AppError("invalid", "Choose what is happening.")
  const { id, reference } = await fileRequest(await reporterFor(visitor), input)
  return {
    reference,
    emergencyPhone: env().EMERGENCY_PHONE,
    statusPath: `/emergency/report/${reportToken(id)}`,
  }
}
