import type { Metadata } from "next"
import { resendVerification } from "@/app/(account)/profile/verification"
import { ConfirmEmail } from "@/components/account/confirm-email"
import { DangerCheckNotice } from "@/components/requests/danger-check-notice"
import { EmergencyStatus } from "@/components/requests/emergency-status"
import { FilesGoingOn } from "@/components/requests/files-going-on"
import { Filed } from "@/components/requests/filing/filed"
import { SafetyCard } from "@/components/requests/safety-card"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { Page } from "@/components/ui/page"
import { hazardOfRequest } from "@/lib/requests/urgency"
import { requestWith } from "../request"

type Props = PageProps<"/requests/[id]/filed">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestWith((await params).id)
  return { title: `We have your request ${reference}` }
}

export default async function FiledPage({ params }: Props) {
  const request = await requestWith((await params).id)
  const hazard = hazardOfRequest(request)
  return (
    <Page>
      <EmergencyStatus emergency={request} />
      {hazard ? <SafetyCard kind={hazard} /> : null}
      <Filed request={request} />
      <FilesGoingOn again={<Link href={`/requests/${request.id}#request-files`}>Add it again</Link>}>
        Keep this window open until it has been added.
      </FilesGoingOn>
      <DangerCheckNotice request={request} />
      {request.waitsFor === "confirmation" ? (
        <ConfirmEmail action={resendVerification} title="Confirm your email address so that we can start" />
      ) : null}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/requests/${request.id}`}>Track this request</ButtonLink>
        <ButtonLink href="/requests" variant="secondary">
          Your requests
        </ButtonLink>
      </p>
    </Page>
  )
}
