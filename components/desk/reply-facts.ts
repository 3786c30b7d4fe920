import { shortMoment } from "@/components/ui/time"
import type { ReplyFacts } from "@/lib/model/canned-reply"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"
import type { ServiceRequest } from "@/lib/requests/contract"

/** What canned replies name of a request; the time is when it should be fixed, as long as that is to come. */
export function replyFacts(
  { reference, customer }: Pick<ServiceRequest, "reference" | "customer">,
  clocks: readonly Pick<ClockSummary, "target" | "state" | "dueAt">[],
): ReplyFacts {
  const solution = clocks.find(({ target }) => target === "resolution")
  const isAhead = solution?.state === "running" && solution.dueAt !== null
  return { reference, name: customer.name, ...(isAhead && { time: shortMoment(solution.dueAt ?? "") }) }
}
