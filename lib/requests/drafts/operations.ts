import { z } from "zod"
import { contract } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import { CategoryStep, DangerStep, DetailsStep, Draft, PremisesStep, ReportStep, SafetyCheckStep } from "./contract"

export const drafting = {
  get: contract({ access: "account", input: z.object({}), output: Draft }),
  saveSafetyCheck: contract({ access: "account", input: SafetyCheckStep, output: z.void() }),
  saveCategory: contract({ access: "account", input: CategoryStep, output: z.void() }),
  saveDetails: contract({ access: "account", input: DetailsStep, output: z.void() }),
  saveDanger: contract({ access: "account", input: DangerStep, output: z.void() }),
  savePremises: contract({ access: "account", input: PremisesStep, output: z.void() }),
  attach: contract({ access: "account", input: z.object({}), output: z.void() }),
  detach: contract({ access: "account", input: One, output: z.void() }),
  /** Nothing when there was nothing left to file: it has been filed already, or was discarded. */
  file: contract({ access: "account", input: z.object({}), output: ServiceRequest.nullable() }),
  /** Sends the emergency that the answer about danger tells of; nothing as with `file`. */
  report: contract({ access: "account", input: ReportStep, output: ServiceRequest.nullable() }),
  discard: contract({ access: "account", input: z.object({}), output: z.void() }),
}
