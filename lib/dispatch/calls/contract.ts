import { z } from "zod"
import { Email, Phone } from "@/lib/identity/accounts/contract"
import { CustomerName } from "@/lib/identity/customers/contract"
import { CATEGORY_IDS, PRIORITIES } from "@/lib/model/category"
import { NamedPerson } from "@/lib/model/person"
import { SAFETY_CHECK_IDS } from "@/lib/model/safety-check"
import { Id, KeptId } from "@/lib/model/text"
import { RequestToFile } from "@/lib/requests/contract"
import { ReportStep } from "@/lib/requests/drafts/contract"

/** What a caller who is no customer yet tells of themselves. */
export const NewCaller = z.object({
  name: CustomerName,
  phone: Phone,
  email: Email.optional(),
  /** `home`: they live at the place that they call about. `invite`: they want to follow it in the portal. */
  about: z.array(z.enum(["home", "invite"])).default([]),
})
export type NewCaller = z.infer<typeof NewCaller>

const { happeningNow, contactPreference } = RequestToFile.shape
const { everyoneOutside, anyoneUnwell } = ReportStep.shape

/** A call as its form sends it. What it must hold depends on the answer about danger, on who calls, and on the place. */
export const Call = z.object({
  /** Names the form, so that the same is sent once. */
  form: Id.optional(),
  customerId: Id.optional(),
  caller: z.looseObject({}).optional(),
  /** Which customer is calling, of those who have the number, or `another`. */
  known: z.string().max(100).optional(),
  safetyCheck: z.enum(SAFETY_CHECK_IDS).optional(),
  category: z.enum(CATEGORY_IDS, "Choose what they need help with").optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  /** Checked where it is no emergency, which no number stops. */
  contactPhone: z.string().optional(),
  ...{ happeningNow, everyoneOutside, anyoneUnwell },
  contactPreference: contactPreference.optional(),
  /** One of the caller's places by its name, or `new`. */
  place: z.string().max(1000).optional(),
  premises: z.looseObject({}).optional(),
})
export type Call = z.infer<typeof Call>

/** A request as the page of calls tells of it afterwards. */
export const TakenRequest = z.object({
  id: KeptId,
  reference: z.string(),
  priority: z.enum(PRIORITIES),
  customer: NamedPerson,
  assignee: NamedPerson.nullable(),
  alerted: z.boolean().nullable(),
  readable: z.boolean(),
  /** Sent for nobody, since it was not known who is calling. */
  isNobodys: z.boolean(),
  /** Customers with the number of a caller whom nobody has named. */
  mayBe: z.array(z.object({ id: KeptId, name: z.string(), address: z.string().nullable() })),
})
export type TakenRequest = z.infer<typeof TakenRequest>

export const CallerToName = z.object({ id: Id, customerId: Id })
