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
      return <>You are on call{untilWords(until)}: emergencies come to you.</>
    case "absent":
      return <>You are absent{untilWords(until)}, so nothing comes to you.</>
    case "off_shift":
      return from ? (
        <>
          You are not on shift. Requests come to you from <Time value={from} /> on.
        </>
      ) : (
        "You are not on shift."
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
