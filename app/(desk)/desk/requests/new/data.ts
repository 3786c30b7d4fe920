import { z } from "zod"
import { getTaken } from "@/lib/dispatch/calls/get-taken"
import { calls } from "@/lib/dispatch/calls/operations"
import { load } from "@/lib/http/load"
import { CustomerFilter } from "@/lib/identity/customers/contract"
import { contract } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { KnownCaller, PhoneCaller } from "@/lib/requests/callers/contract"
import { findCallers } from "@/lib/requests/callers/find-callers"
import { getCaller } from "@/lib/requests/callers/get-caller"

const Asked = z.object({ q: CustomerFilter.shape.q.unwrap() })
const Found = z.object({ items: z.array(PhoneCaller), more: z.boolean(), only: z.boolean() })

export const loadCallers = load(contract({ access: "account", input: Asked, output: Found }), findCallers)
export const loadCaller = load(contract({ access: "account", input: One, output: KnownCaller }), getCaller)
export const loadTaken = load(calls.getTaken, getTaken)
