import { againWords } from "@/components/desk/again-words"
import { aroundPlaces, aroundWords } from "@/components/desk/around-place"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { offeredWords } from "@/components/desk/emergency-words"
import { addressLine } from "@/components/requests/premises-text"
import type { QueueRow } from "@/components/team/queue-table"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import type { UnassignedRequest } from "@/lib/dispatch/team/contract"

interface Waiting {
  emergencies: readonly Emergency[]
  viewer: EmergencyViewer
}

/** The queue, after the emergencies that nobody has acknowledged, whoever these are offered to. */
export function queueRows(queue: readonly UnassignedRequest[], { emergencies, viewer }: Waiting): QueueRow[] {
  const unassigned = new Map(queue.map((it) => [it.id, it]))
  const together = aroundPlaces(emergencies, viewer).flatMap((group) => group.emergencies)
  const first = together.map((it) => {
    const queued = unassigned.get(it.id)
    return { ...rowOf(it, viewer), ...(queued && shown(queued)) }
  })
  const ids = new Set(first.map(({ id }) => id))
  return [...first, ...queue.filter(({ id }) => !ids.has(id)).map(shown)]
}

/** The fields that the table shows. Everything passed to a client component is sent to the browser. */
const shown = ({ id, reference, title, category, priority, version, createdAt, why }: UnassignedRequest): QueueRow => ({
  ...{ id, reference, title, category, priority, version, createdAt, why },
})

function rowOf(emergency: Emergency, viewer: EmergencyViewer): QueueRow {
  const { id, reference, title, category, createdAt, premises, dueAt, round, reportedAgain, around } = emergency
  const { version, askedAgain } = emergency
  const reports = [around && aroundWords(around), reportedAgain > 0 && againWords(reportedAgain)].filter(Boolean)
  return {
    ...{ id, reference, title, category, createdAt, priority: "emergency" },
    why: `${offeredWords(emergency, viewer.id)} until ${clockTime(dueAt)}${round > 1 ? `, round ${round}` : ""}.`,
    emergency: {
      address: addressLine(premises),
      reports: reports.join(". "),
      takes: viewer.takes,
      version,
      askedAgain,
    },
  }
}
