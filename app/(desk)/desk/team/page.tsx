import type { Metadata } from "next"
import { colleagueOption } from "@/components/requests/colleague-option"
import { type BoardPlace, boardAddress, readPlace, WORK_A_PAGE } from "@/components/team/board-address"
import { BoardForm } from "@/components/team/board-form"
import { PeopleGrid } from "@/components/team/people-grid"
import { ProposalList } from "@/components/team/proposal-list"
import { QueueTable } from "@/components/team/queue-table"
import type { WorkPage } from "@/components/team/use-work"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import type { Teammate, Work } from "@/lib/dispatch/team/contract"
import { getQueue } from "@/lib/dispatch/team/get-queue"
import { getTeam } from "@/lib/dispatch/team/get-team"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { countKeptMails } from "@/lib/oversight/inbound-mails/list-kept-mails"
import { countHeld } from "@/lib/requests/attachments/count-held"
import { loadDangerousMails } from "../../../dangerous-emails"
import { emergencyViewer, loadEmergencies } from "../../../emergencies"
import { assignRequest } from "../actions"
import { loadColleagues, loadProposals, loadRequests } from "../data"
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

const teammateOption = ({ open: openRequests, ...person }: Teammate) => colleagueOption({ ...person, openRequests })

const emailsInWords = (kept: number, danger: number | "unknown"): string =>
  [
    kept > 0 ? `Emails to check: ${kept}` : "Emails to check",
    ...(danger === "unknown" || danger === 0 ? [] : [`${danger} may report a danger`]),
  ].join(", ")

export default async function TeamPage({ searchParams }: PageProps<"/desk/team">) {
  const actor = await requirePermission("team.read")
  const asked = await searchParams
  const place = readPlace(asked)
  const { after, people } = place
  // Where the address opens somebody's work there may be no scripts to ask for the others with.
  const isWhole = place.person !== undefined || asked.everybody !== undefined
  const [team, queue, colleagues, found, { items: proposals }, kept, danger, held] = await Promise.all([
    loadTeam({ after: people, limit: PEOPLE }),
    loadQueue({ after, limit: QUEUED }),
    isWhole ? loadColleagues() : undefined,
    loadEmergencies(),
    after || people ? { items: [] } : loadProposals({}),
    countKeptMails(),
    loadDangerousMails(),
    countHeld(),
  ])
  // They are first of all, and so on the first page.
  const emergencies = after || !found || found === "unknown" ? [] : found.items
  const opened = team.items.some(({ id }) => id === place.person) ? await loadWork(place) : undefined
  return (
    <Page>
      <RefreshOnChange />
      <PageTitle
        lede="Who is working, their workload and the queue."
        actions={
          <>
            <Link href="/desk/team/roster">Roster</Link>
            <Link href="/desk/team/holidays">Holidays</Link>
            <Link href="/desk/team/replies">Canned replies</Link>
            <Link href="/desk/team/emails">{emailsInWords(kept, danger)}</Link>
          </>
        }
      >
        Team
      </PageTitle>
      {held > 0 ? (
        <Notice tone="warning" title={held === 1 ? "1 file waits to be checked" : `${held} files wait to be checked`}>
          The virus scanner has not checked them for more than 10 minutes. Nobody can open a file until then. Tell your
          IT team.
        </Notice>
      ) : null}
      {proposals.length > 0 ? (
        <ProposalList proposals={proposals.map(({ createdAt: _, ...it }) => it)} assign={assignRequest} />
      ) : null}
      <BoardForm
        action={assignChosen}
        people={colleagues?.map(colleagueOption) ?? team.items.map(teammateOption)}
        withEverybody={isWhole ? undefined : boardAddress(place, true)}
      >
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
