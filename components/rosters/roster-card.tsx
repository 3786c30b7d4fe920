import { RosterState } from "@/components/rosters/roster-state"
import { WeekTable } from "@/components/rosters/week-table"
import { Card } from "@/components/ui/card"
import { Muted } from "@/components/ui/muted"
import type { Roster } from "@/lib/dispatch/rosters/contract"

/** Somebody's own roster, which supervisors set. */
export function RosterCard({ roster }: { roster: Roster }) {
  return (
    <Card title="Your roster">
      <div className="space-y-5">
        <RosterState roster={roster} />
        {roster.shifts.length > 0 ? <WeekTable shifts={roster.shifts} /> : null}
        <Muted small>
          Supervisors set your shifts and absences. No shifts start on holidays; on-call cover continues.
        </Muted>
      </div>
    </Card>
  )
}
