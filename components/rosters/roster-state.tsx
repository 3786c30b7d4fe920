import type { ReactNode } from "react"
import { DescriptionList } from "@/components/ui/description-list"
import { Time } from "@/components/ui/time"
import type { Roster } from "@/lib/dispatch/rosters/contract"

/** The current shift or absence of a roster, or the next one. */
export function RosterState({ roster }: { roster: Roster }) {
  const { shifts, shift, onCall, absence, timeZone } = roster
  const has = (duty: "shift" | "on_call") => shifts.some((it) => it.duty === duty)
  return (
    <DescriptionList
      items={[
        {
          term: "Shift",
          detail: has("shift") ? inWords(shift, "On shift") : "No set hours",
        },
        { term: "On call", detail: has("on_call") ? inWords(onCall, "On call") : "Never" },
        { term: "Absence", detail: absence ? inWords(absence, "Absent") : "None" },
        { term: "Time zone", detail: timeZone },
      ]}
    />
  )
}

function inWords(window: Roster["absence"], now: string): ReactNode {
  if (!window) return "None in the next two weeks"
  if (window.from.getTime() <= Date.now())
    return (
      <>
        {now}
        <Until end={window.until} />
      </>
    )
  return (
    <>
      From <Time value={window.from} />
      <Until end={window.until} />
    </>
  )
}

const Until = ({ end }: { end: Date | null }) =>
  end ? (
    <>
      {" "}
      until <Time value={end} />
    </>
  ) : (
    <>, no end date yet</>
  )
