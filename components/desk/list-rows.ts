import { clockLook, dueInWords } from "@/components/desk/clock-words"
import type { ListRow } from "@/components/desk/list-row"
import { elsewhereWords } from "@/components/requests/elsewhere-words"
import { placeLine } from "@/components/requests/premises-text"
import { ageInWords } from "@/components/ui/age"
import { markWords } from "@/components/ui/mark-words"
import { CATEGORIES } from "@/lib/model/category"
import { isOpen } from "@/lib/model/status"
import type { NearestClock } from "@/lib/oversight/service-levels/contract"
import type { ListedRequest } from "@/lib/requests/contract"

interface Beside {
  clocks: readonly NearestClock[]
  /** Ids of those that the viewer can take. */
  takeable: ReadonlySet<string>
  /** Left out where all are one's own. */
  withAssignee: boolean
  /** What was searched for. */
  q?: string
}

const NOBODY = { staff: "Unassigned", confirmation: "Email not confirmed", none: "None" }

/** The rows of a list in words, made once on the server. */
export function listRows(requests: readonly ListedRequest[], { clocks, takeable, withAssignee, q }: Beside): ListRow[] {
  const byRequest = new Map(clocks.map((clock) => [clock.requestId, clock]))
  return requests.map((it) => {
    const clock = byRequest.get(it.id)
    return [
      it.id,
      it.priority,
      it.foundIn?.includes("reference") ? [{ at: 0, text: it.reference, found: true }] : it.reference,
      markWords(it.title, q),
      markWords(it.customer.name, q),
      markWords(placeLine(it.premises), q),
      CATEGORIES[it.category].name,
      it.status,
      clock ? clockLook(clock) : "",
      clock ? dueInWords(clock) : "",
      ageInWords(Date.now() - new Date(it.createdAt).getTime(), true),
      withAssignee ? (it.assignee?.name ?? NOBODY[it.waitsFor ?? "none"]) : "",
      `${it.assignee ? "" : "u"}${it.priority === "emergency" && isOpen(it.status) ? "a" : ""}${takeable.has(it.id) ? "t" : ""}`,
      elsewhereWords(it.foundIn),
      it.version,
    ]
  })
}
