import { Time } from "@/components/ui/time"
import type { Teammate } from "@/lib/team/contract"

const NOW: Record<Teammate["duty"]["state"], string> = {
  on_shift: "On shift",
  on_call: "On call",
  off_shift: "Not on shift",
  away: "Away",
  absent: "Absent",
}

/** What somebody is doing just now, in a few words. */
export function DutyWords({ duty: { state, from, until } }: Pick<Teammate, "duty">) {
  if (from)
    return (
      <>
        Starts <Time value={from} />
      </>
    )
  return until ? (
    <>
      {NOW[state]} until <Time value={until} />
    </>
  ) : (
    NOW[state]
  )
}
