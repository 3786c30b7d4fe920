import { shortMoment, Time } from "@/components/ui/time"
import type { DutyNow } from "@/lib/dispatch/rosters/contract"

const NOW: Record<DutyNow["state"], string> = {
  on_shift: "On shift",
  on_call: "On call",
  off_shift: "Off shift",
  away: "Away",
  absent: "Absent",
  must_enrol: "Must set up two-factor authentication",
}

/** The current duty state in a few words. */
export function DutyWords({ duty: { state, from, until } }: { duty: DutyNow }) {
  if (from)
    return (
      <>
        Off shift, starts <Time value={from} />
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

/** The same as text, for lists that have it made ready. */
export function dutyText({ state, from, until }: DutyNow): string {
  if (from) return `Off shift, starts ${shortMoment(from)}`
  return until ? `${NOW[state]} until ${shortMoment(until)}` : NOW[state]
}
