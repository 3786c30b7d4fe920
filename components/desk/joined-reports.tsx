import { earlierWords } from "@/components/desk/again-words"
import { dangerWords } from "@/components/desk/emergency-words"
import { addressLine } from "@/components/requests/premises-text"
import { Reference } from "@/components/requests/reference"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import type { JoinedReport } from "@/lib/dispatch/reports/contract"

interface JoinedReportsProps {
  /** Of the emergency. */
  address: string
  reports: Emergency["reports"]
  reportedAgain: number
  /** Whether the viewer may open their pages: nobody has a report that is handled with another. */
  opens: boolean
}

/** The reports that joined an emergency, the latest first. Those from elsewhere name their address. */
export function JoinedReports({ address: here, reports, reportedAgain, opens }: JoinedReportsProps) {
  if (reports.length === 0) return null
  const earlier = earlierWords(reportedAgain, reports.length)
  return (
    <>
      <ul className="list-disc space-y-1 pl-5">
        {reports.map((it) => (
          <li key={it.id}>
            <ReportLine report={it} here={here} opens={opens} />
          </li>
        ))}
      </ul>
      {earlier ? <p>{earlier}</p> : null}
    </>
  )
}

interface ReportLineProps {
  report: JoinedReport
  /** The address of the emergency. */
  here: string
  opens: boolean
}

export function ReportLine({ report, here, opens }: ReportLineProps) {
  const { id, reference, customer, premises, createdAt, anyoneUnwell, everyoneOutside, description, added } = report
  const there = addressLine(premises)
  return (
    <>
      {opens ? (
        <PageLink href={`/desk/requests/${id}`} className="underline underline-offset-4">
          <Reference>{reference}</Reference>
        </PageLink>
      ) : (
        <Reference>{reference}</Reference>
      )}
      , <Age since={createdAt} />: <bdi>{customer.name}</bdi> (
      <PhoneLink number={customer.phone} className="underline" />){there === here ? null : <bdi>, {there}</bdi>}:{" "}
      {dangerWords(report)}
      {anyoneUnwell ? <strong>, someone feels unwell</strong> : null}
      {everyoneOutside === false ? <strong>, not everyone is outside</strong> : null}
      <span className="line-clamp-3" dir="auto">
        “{description}”
      </span>
      {added ? (
        <strong className="line-clamp-3" dir="auto">
          Added: “{added}”
        </strong>
      ) : null}
    </>
  )
}
