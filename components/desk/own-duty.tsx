import { Time } from "@/components/ui/time"
import type { DutyNow } from "@/lib/dispatch/rosters/contract"

/** The roster state of the viewer, where it decides whether requests are assigned to them. */
export function OwnDuty({ duty: { state, from, until } }: { duty: DutyNow }) {
  switch (state) {
    case "on_shift":
      return until ? (
        <>
          Your shift ends <Time value={until} />.
        </>
      ) : null
    case "on_call":
      return <>On call{untilWords(until)}. Emergencies only.</>
    case "absent":
      return <>Absent{untilWords(until)}. No new requests.</>
    case "off_shift":
      return from ? (
        <>
          Off shift until <Time value={from} />.
        </>
      ) : (
        "Off shift."
      )
    // They see nothing of the desk.
    case "must_enrol":
    case "away":
      return null
  }
}

const untilWords = (until: Date | null) =>
  until ? (
    <>
      {" "}
      until <Time value={until} />
    </>
  ) : null
