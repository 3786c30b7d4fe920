import type { Metadata } from "next"
import { colleagueOption } from "@/components/desk/colleague-option"
import { type BoardPlace, boardAddress, readPlace, WORK_A_PAGE } from "@/components/team/board-address"
import { BoardForm } from "@/components/team/board-form"
import { PeopleGrid } from "@/components/team/people-grid"
import { QueueTable } from "@/components/team/queue-table"
import type { WorkPage } from "@/components/team/use-work"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import type { Work } from "@/lib/dispatch/team/contract"
import { getQueue } from "@/lib/dispatch/team/get-queue"
import { getTeam } from "@/lib/dispatch/team/get-team"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { emergencyViewer, loadEmergencies } from "../../../emergencies"
import { loadColleagues, loadRequests } from "../data"
import { assignChosen } from "./actions"
import { personRow } from "./person-row"
import { queueRows } from "./queue-rows"

export const metadata: Metadata = { title: "Team" }

const loadTeam = load(teamOperations.getTeam, getTeam)
const loadQueue = load(teamOperations.getQueue, getQueue)

/** More would have everybody wait for what nobody looks through: all of it, with one person's work, is below 200 kB. */
const [PEOPLE, QUEUED] = ["20", "15"]

/** The work of the person whom the address names, as far as a page goes. */
async function loadWork({ person, work }: BoardPlace): Promise<WorkPage> {
  const { items, next } = await loadRequests({ assignee: person, status: "open", after: work, limit: `${WORK_A_PAGE}` })
  return { after: work, items: items.map(shown), next }
}

/** The fields that the card shows. Everything passed to a client component is sent to the browser. */
const shown = ({ id, reference, title, category, priority, version, createdAt }: Work) => ({
  ...{ id, reference, title, category, priority, version, createdAt },
})

export default async function TeamPage({ searchParams }: PageProps<"/desk/team">) {
  const actor = await requirePermission("team.read")
  const place = readPlace(await searchParams)
  const { after, people } = place
  const [team, queue, colleagues, found] = await Promise.all([
    loadTeam({ after: people, limit: PEOPLE }),
    loadQueue({ after, limit: QUEUED }),
    loadColleagues(),
    loadEmergencies(),
  ])
  // They are first of all, and so on the first page.
  const emergencies = after || !found || found === "unknown" ? [] : found.items
  const opened = team.items.some(({ id }) => id === place.person) ? await loadWork(place) : undefined
  return (
    <Page>
      <PageTitle
        lede="Who is working, their workload and the queue."
        actions={
          <>
            <Link href="/desk/team/roster">Roster</Link>
            <Link href="/desk/team/holidays">Holidays</Link>
          </>
        }
      >
        Team
      </PageTitle>
      <BoardForm action={assignChosen} people={colleagues.map(colleagueOption)}>
        <div className="board">
          <QueueTable requests={queueRows(queue.items, { emergencies, viewer: emergencyViewer(actor) })} />
          {/* Beside the unassigned queue, so that requests are never far to drag. */}
          <PeopleGrid
            people={team.items.map(personRow)}
            place={{ after, people }}
            opened={opened && place.person ? { person: place.person, work: opened } : undefined}
          />
        </div>
      </BoardForm>
      <Pagination
        label="Unassigned requests"
        first={after && boardAddress({ people })}
        next={queue.next && boardAddress({ after: queue.next, people })}
      />
      <Pagination
        label="People"
        first={people && boardAddress({ after })}
        next={team.next && boardAddress({ after, people: team.next })}
      />
    </Page>
  )
}
