import type { Metadata } from "next"
import { EmergencyStatus } from "@/components/requests/emergency-status"
import { SafetyCard } from "@/components/requests/safety-card"
import { Link } from "@/components/ui/link"
import { LookAgain } from "@/components/ui/look-again"
import { Page, PageTitle } from "@/components/ui/page"
import { getReportStatus } from "@/lib/dispatch/emergency-reports/get-report-status"
import { reportStatus } from "@/lib/dispatch/emergency-reports/operations"
import { load } from "@/lib/http/load"
import { isOpen } from "@/lib/model/status"

export const metadata: Metadata = { title: "We have your report", robots: { index: false }, referrer: "no-referrer" }

const statusOf = load(reportStatus, getReportStatus)

export default async function ReportedPage({ params }: PageProps<"/emergency/report/[token]">) {
  const { token } = await params
  const { reference, hazard, status, confirmedAt } = await statusOf({ token })
  const isOver = !isOpen(status)
  return (
    <Page>
      <PageTitle caption={reference}>{isOver ? "We have dealt with your report" : "We have your report"}</PageTitle>
      <EmergencyStatus
        emergency={{ priority: "emergency", status, acknowledgement: confirmedAt && { at: confirmedAt, by: null } }}
      />
      {isOver ? null : (
        <>
          <p className="max-w-text">
            <Link href={`/emergency/report/${token}`}>Check again</Link>
          </p>
          <LookAgain />
          <SafetyCard kind={hazard} />
        </>
      )}
      <p className="max-w-text">
        Quote the reference if you call us. Keep this page open to see when someone confirms.
      </p>
    </Page>
  )
}
