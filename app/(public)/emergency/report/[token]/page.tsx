import type { Metadata } from "next"
import { AddDetailsForm } from "@/components/requests/add-details-form"
import { EmergencyStatus } from "@/components/requests/emergency-status"
import { Reference } from "@/components/requests/reference"
import { ReportOutcome } from "@/components/requests/report-outcome"
import { SafetyCard } from "@/components/requests/safety-card"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { LookAgain } from "@/components/ui/look-again"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Time } from "@/components/ui/time"
import { getReportStatus } from "@/lib/dispatch/emergency-reports/get-report-status"
import { reportStatus } from "@/lib/dispatch/emergency-reports/operations"
import { load } from "@/lib/http/load"
import { isOpen, type Status } from "@/lib/model/status"
import { addDetails } from "../actions"

// The address is not told to other sites, as nowhere; with no referrer at all its form would be refused without scripts.
export const metadata: Metadata = { title: "We have your report", robots: { index: false } }

function titleOf(status: Status): string {
  if (isOpen(status)) return "We have your report"
  return status === "cancelled" ? "We have closed your report" : "We have dealt with your report"
}

const statusOf = load(reportStatus, getReportStatus)

export default async function ReportedPage({ params, searchParams }: PageProps<"/emergency/report/[token]">) {
  const { token } = await params
  const { added } = await searchParams
  const { reference, hazard, status, confirmedAt, alerted, note, added: told } = await statusOf({ token })
  const isOver = !isOpen(status)
  return (
    <Page>
      <PageTitle caption={<Reference>{reference}</Reference>}>{titleOf(status)}</PageTitle>
      <EmergencyStatus
        emergency={{
          priority: "emergency",
          status,
          alerted,
          acknowledgement: confirmedAt && { at: confirmedAt, by: null },
        }}
      />
      {added ? <Notice tone="success" title="We have added your details" /> : null}
      {isOver ? (
        <ReportOutcome status={status} note={note} hazard={hazard} />
      ) : (
        <>
          <p className="max-w-text">
            <Link href={`/emergency/report/${token}`}>Check again</Link>
          </p>
          <LookAgain />
          <SafetyCard kind={hazard} />
        </>
      )}
      {told.length > 0 ? (
        <Card title="Details you added">
          <ul className="space-y-3">
            {told.map(({ details, at }) => (
              <li key={`${new Date(at).getTime()}${details}`}>
                <p className="whitespace-pre-line wrap-anywhere" dir="auto">
                  {details}
                </p>
                <p className="text-muted">
                  <Time value={at} />
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {isOver ? null : (
        <Card title="Add details" id="add-details">
          <AddDetailsForm action={addDetails} to={{ token }} isEmergency />
        </Card>
      )}
      <p className="max-w-text">
        {isOver
          ? "Quote the reference if you call us."
          : "Quote the reference if you call us. Keep this page open, or load it again, to see when someone confirms."}
      </p>
    </Page>
  )
}
