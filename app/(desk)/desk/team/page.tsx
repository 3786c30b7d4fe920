import type { Metadata } from "next"
import { colleagueOption } from "@/components/desk/colleague-option"
import { BoardForm } from "@/components/team/board-form"
import { QueueTable } from "@/components/team/queue-table"
import { TeammateCard } from "@/components/team/teammate-card"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { load } from "@/lib/http/load"
import { permitted } from "@/lib/http/permitted"
import { getQueue } from "@/lib/team/get-queue"
import { getTeam } from "@/lib/team/get-team"
import { teamOperations } from "@/lib/team/operations"
import { loadColleagues } from "../data"
import { handOut } from "./actions"

export const metadata: Metadata = { title: "Team" }

const loadTeam = load(teamOperations.getTeam, getTeam)
const loadQueue = load(teamOperations.getQueue, getQueue)

/** The board where two lists are paged, each by itself. */
function boardAt(places: Record<string, string | string[] | undefined>): string {
  const given = Object.entries(places).flatMap(([name, at]) => (typeof at === "string" ? [[name, at]] : []))
  const query = new URLSearchParams(given).toString()
  return query ? `/desk/team?${query}` : "/desk/team"
}

export default async function TeamPage({ searchParams }: PageProps<"/desk/team">) {
  await permitted("team.read")
  const { after, people } = await searchParams
  const [team, queue, colleagues] = await Promise.all([
    loadTeam({ after: people, limit: "100" }),
    loadQueue({ after, limit: "50" }),
    loadColleagues(),
  ])
  return (
    <Page>
      <PageTitle
        lede="Who is there, what they have to do, and what waits."
        actions={<Link href="/desk/team/holidays">Holidays</Link>}
      >
        Team
      </PageTitle>
      <BoardForm action={handOut} people={colleagues.map(colleagueOption)}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <QueueTable requests={queue.items} />
          {/* Beside what waits, however much that is, so that it is never far to drag. */}
          <div className="grid gap-6 sm:grid-cols-2 lg:sticky lg:top-0 lg:max-h-dvh lg:grid-cols-1 lg:-m-1 lg:overflow-y-auto lg:p-1">
            {team.items.map((teammate) => (
              <div
                key={teammate.id}
                data-person={teammate.id}
                className="rounded-lg data-over:outline-3 data-over:outline-accent"
              >
                <TeammateCard teammate={teammate} />
              </div>
            ))}
          </div>
        </div>
      </BoardForm>
      <Pagination
        label="Waiting requests"
        first={after ? boardAt({ people }) : undefined}
        next={queue.next && boardAt({ after: queue.next, people })}
      />
      <Pagination
        label="People"
        first={people ? boardAt({ after }) : undefined}
        next={team.next && boardAt({ after, people: team.next })}
      />
    </Page>
  )
}
