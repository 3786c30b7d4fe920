import { Link, PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { Hazard } from "@/lib/model/hazard"
import type { Status } from "@/lib/model/status"
import { env } from "@/lib/runtime/env"

interface ReportOutcomeProps {
  /** That of a report which has ended. */
  status: Status
  /** What staff wrote when they ended it. */
  note: string | null
  hazard: Hazard
}

const STILL: Record<Hazard, string> = {
  gas: "If you still smell gas",
  carbon_monoxide: "If an alarm still sounds",
}

/** What became of a report that has ended, and what to do if the danger has not. */
export function ReportOutcome({ status, note, hazard }: ReportOutcomeProps) {
  return (
    <>
      <Notice
        title={
          status === "cancelled" ? "Nobody is coming: our team has cancelled this report" : "Our team has finished"
        }
      >
        {note ? (
          <p className="whitespace-pre-line wrap-anywhere">
            They wrote: <q dir="auto">{note}</q>
          </p>
        ) : (
          <p>They left no note.</p>
        )}
      </Notice>
      <Notice tone="danger" title={`${STILL[hazard]} or anyone feels unwell, get out and call`}>
        <p>
          Call <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline underline-offset-4" />, day and
          night. You can also <Link href="/emergency/report">report it again</Link>.
        </p>
      </Notice>
    </>
  )
}
