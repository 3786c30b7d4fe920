import type { Metadata } from "next"
import { AddDetailsForm } from "@/components/requests/add-details-form"
import { EmergencyStatus } from "@/components/requests/emergency-status"
import { Reference } from "@/components/requests/reference"
import { SafetyCard } from "@/components/requests/safety-card"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { LookAgain } from "@/components/ui/look-again"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { getReportStatus } from "@/lib/dispatch/emergency-reports/get-report-status"
import { reportStatus } from "@/lib/dispatch/emergency-reports/operations"
import { load } from "@/lib/http/load"
import { isOpen } from "@/lib/model/status"
import { addDetails } from "../actions"

// The address is not told to other sites, as nowhere; with no referrer at all its form would be refused without scripts.
export const metadata: Metadata = { title: "We have your report", robots: { index: false } }

const statusOf = load(reportStatus, getReportStatus)

export default async function ReportedPage({ params, searchParams }: PageProps<"/emergency/report/[token]">) {
  const { token } = await params
  const { added } = await searchParams
  const { reference, hazard, status, confirmedAt } = await statusOf({ token })
  const isOver = !isOpen(status)
  return (
    <Page>
      <PageTitle caption={<Reference>{reference}</Reference>}>
        {isOver ? "We have dealt with your report" : "We have your report"}
      </PageTitle>
      <EmergencyStatus
        emergency={{ priority: "emergency", status, acknowledgement: confirmedAt && { at: confirmedAt, by: null } }}
      />
      {added ? <Notice tone="success" title="We have added your details" /> : null}
      {isOver ? null : (
        <>
          <p className="max-w-text">
            <Link href={`/emergency/report/${token}`}>Check again</Link>
          </p>
          <LookAgain />
          <SafetyCard kind={hazard} />
          <Card title="Add details" id="add-details">
            <AddDetailsForm action={addDetails} to={{ token }} isEmergency />
          </Card>
        </>
      )}
      <p className="max-w-text">
        Quote the reference if you call us. Keep this page open to see when someone confirms.
      </p>
    </Page>
  )
}
