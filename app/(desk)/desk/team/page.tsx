import type { Metadata } from "next"
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
import { handOut } from "./actions"

export const metadata: Metadata = { title: "Team" }

const loadTeam = load(teamOperations.getTeam, getTeam)
const loadQueue = load(teamOperations.getQueue, getQueue)

export default async function TeamPage({ searchParams }: PageProps<"/desk/team">) {
  await permitted("team.read")
  const { after } = await searchParams
  const [team, queue] = await Promise.all([loadTeam(), loadQueue({ after, limit: "50" })])
  const people = team.items.map(({ id, name, open, capacity }) => ({
    value: id,
    label: `${name}: ${open} of ${capacity} open`,
  }))
  return (
    <Page>
      <PageTitle
        lede="Who is there, what they have to do, and what waits."
        actions={<Link href="/desk/holidays">Holidays</Link>}
      >
        Team
      </PageTitle>
      <BoardForm action={handOut} people={people}>
        <QueueTable requests={queue.items} />
        <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {team.items.map((teammate) => (
            <div key={teammate.id} data-person={teammate.id}>
              <TeammateCard teammate={teammate} />
            </div>
          ))}
        </div>
      </BoardForm>
      <Pagination
        label="Waiting requests"
        first={after ? "/desk/team" : undefined}
        next={queue.next && `/desk/team?after=${encodeURIComponent(queue.next)}`}
      />
    </Page>
  )
}
