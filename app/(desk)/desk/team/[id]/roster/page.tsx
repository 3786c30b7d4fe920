import type { Metadata } from "next"
import { AbsenceForm } from "@/components/rosters/absence-form"
import { AbsenceList } from "@/components/rosters/absence-list"
import { AbsenceOutcome, MOST_NAMED } from "@/components/rosters/absence-outcome"
import { RosterState } from "@/components/rosters/roster-state"
import { WeekForm } from "@/components/rosters/week-form"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { Id } from "@/lib/model/text"
import { addAbsence, deleteAbsence, setAbsenceEnd, setShifts } from "./actions"
import { loadAbsences, loadMember, loadRoster } from "./data"

type Props = PageProps<"/desk/team/[id]/roster">

const SAVED = new Map<unknown, string>([
  ["week", "Week saved"],
  ["end", "Absence changed"],
])

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("roster.edit")
  const { name } = await loadMember((await params).id)
  return { title: `Roster of ${name}` }
}

/** What became of the requests of whoever is absent, as the address tells it. */
async function outcomeIn({ moved, people, to, left }: Awaited<Props["searchParams"]>) {
  const ids = String(to ?? "")
    .split(",")
    .filter((id) => Id.safeParse(id).success)
  const named = await Promise.all(ids.slice(0, MOST_NAMED).map((id) => loadMember(id)))
  const [moves, others, rest] = [moved, people, left].map((it) => Math.trunc(Number(it)) || 0)
  return { moved: moves ?? 0, people: others ?? 0, left: rest ?? 0, names: named.map(({ name }) => name) }
}

export default async function RosterPage({ params, searchParams }: Props) {
  await requirePermission("roster.edit")
  const { id } = await params
  const [{ name }, roster, { items }] = await Promise.all([loadMember(id), loadRoster({ id }), loadAbsences({ id })])
  const asked = await searchParams
  const saved = SAVED.get(asked.saved)
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title={saved} /> : null}
      {asked.saved === "absence" ? <AbsenceOutcome {...(await outcomeIn(asked))} /> : null}
      <PageTitle back={{ href: "/desk/team", label: "Team" }} caption="Roster">
        <bdi>{name}</bdi>
      </PageTitle>
      <Card title="Now and next">
        <RosterState roster={roster} />
      </Card>
      <Card title="Week">
        <WeekForm key={roster.version} action={setShifts} id={id} roster={roster} />
      </Card>
      <Card title="Absences">
        <div id="absences" className="space-y-6">
          <Muted>
            When an absence starts, requests <bdi>{name}</bdi> has not started are reassigned. Requests in progress
            stay.
          </Muted>
          <AbsenceList setEnd={setAbsenceEnd} remove={deleteAbsence} person={id} absences={items} />
          <AbsenceForm action={addAbsence} id={id} />
        </div>
      </Card>
      <p>
        No shifts start on <Link href="/desk/team/holidays">holidays</Link>. On-call cover continues.
      </p>
    </Page>
  )
}
