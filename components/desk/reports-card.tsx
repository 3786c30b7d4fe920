import { againOf } from "@/components/desk/again-of"
import { aroundWords } from "@/components/desk/around-place"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { ReportLine } from "@/components/desk/joined-reports"
import { SeparateForm } from "@/components/desk/separate-form"
import { addressLine } from "@/components/requests/premises-text"
import { TakeAllButton } from "@/components/requests/take-button"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import type { PartOfReports } from "@/lib/dispatch/reports/contract"
import type { FormAction } from "@/lib/http/form-state"
import type { ServiceRequest } from "@/lib/requests/contract"

interface ReportsCardProps {
  request: Pick<ServiceRequest, "id" | "premises" | "joinedTo">
  reports: PartOfReports
  /** These are not the latest. */
  isEarlier: boolean
  viewer: EmergencyViewer
  separate: FormAction
  /** Whether the viewer may open these reports and have them handled separately. */
  separates: boolean
}

/** What else was reported: the same emergency again, and others around its place. Nothing if there is nothing. */
export function ReportsCard({ request, reports, isEarlier, viewer, separate, separates }: ReportsCardProps) {
  const { reports: joined, reportedAgain, around, earlier } = reports
  if (joined.length === 0 && !around && !request.joinedTo) return null
  return (
    <Card title="Other reports">
      <div className="space-y-4">
        {request.joinedTo ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p>
              This is handled with <Link href={`/desk/requests/${request.joinedTo}`}>an earlier report</Link> from the
              same place or source.
            </p>
            <SeparateForm action={separate} id={request.id} />
          </div>
        ) : null}
        {around ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="font-semibold">{aroundWords(around)}</p>
            {viewer.takes && around.ids.length > 1 ? <TakeAllButton {...around} /> : null}
          </div>
        ) : null}
        {joined.length > 0 ? (
          <div>
            <p className="font-semibold">{againOf(request.premises, { reportedAgain, reports: joined })}</p>
            <ul className="divide-y divide-line">
              {joined.map((it) => (
                <li key={it.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
                  <p className="min-w-0 flex-1 basis-64 wrap-anywhere">
                    <ReportLine report={it} here={addressLine(request.premises)} opens={separates} />
                  </p>
                  {separates ? <SeparateForm action={separate} id={it.id} reference={it.reference} /> : null}
                </li>
              ))}
            </ul>
            {earlier ? (
              <p>
                <Link href={`/desk/requests/${request.id}?reports=${earlier}`}>Show earlier reports</Link>
              </p>
            ) : null}
            {isEarlier ? (
              <p>
                <Link href={`/desk/requests/${request.id}`}>Show the latest reports</Link>
              </p>
            ) : null}
          </div>
        ) : null}
      </div>
    </Card>
  )
}
