import { z } from "zod"
import { ListedCustomer } from "@/lib/identity/customers/contract"
import { PRIORITIES } from "@/lib/model/category"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises } from "@/lib/model/premises"
import { STATUSES } from "@/lib/model/status"
import { Instant, KeptId } from "@/lib/model/text"

/** What whoever answers the phone may tell a caller about a request of theirs, whoever works on it. */
export const CallerRequest = z.object({
  id: KeptId,
  reference: z.string(),
  title: z.string(),
  priority: z.enum(PRIORITIES),
  status: z.enum(STATUSES),
  assignee: NamedPerson.nullable(),
  createdAt: Instant,
  readable: z.boolean(),
})
export type CallerRequest = z.infer<typeof CallerRequest>

/** A customer who may be calling, with their latest requests, open ones first. */
export const PhoneCaller = ListedCustomer.extend({ requests: z.array(CallerRequest) })
export type PhoneCaller = z.infer<typeof PhoneCaller>

/** Somewhere that a caller has a connection with, by the name a form knows it by. */
export const CallerPlace = z.object({ name: z.string(), premises: KeptPremises })
export type CallerPlace = z.infer<typeof CallerPlace>

export const KnownCaller = PhoneCaller.extend({ places: z.array(CallerPlace) })
export type KnownCaller = z.infer<typeof KnownCaller>
