import { Reference } from "@/components/requests/reference"
import { Heading } from "@/components/ui/heading"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { ContactPreference } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

const CONTACT: Record<ContactPreference, string> = { phone: "call", email: "email", text_message: "text" }

/** The reference to quote, and what happens now. */
export function Filed({ request }: { request: ServiceRequest }) {
  const { reference, contactPreference, attachments } = request
  const checked = attachments.filter(({ scan }) => scan === "pending").length
  const isEmergency = request.priority === "emergency"
  return (
    <>
      <header className="space-y-3 rounded-lg border border-success bg-success-soft px-6 py-8 text-center text-success">
        <Icon name="circle-check" className="mx-auto size-10" />
        <Heading level={1} size="page">
          We have your request
        </Heading>
        <p className="text-ink">
          Your reference
          <strong className="block text-2xl tracking-tight">
            <Reference>{reference}</Reference>
          </strong>
        </p>
      </header>
      <section className="max-w-text space-y-3">
        <Heading size="section">What happens next</Heading>
        <ol className="list-decimal space-y-2 pl-6">
          <li>
            {isEmergency ? (
              "We alert one person after the other until someone confirms."
            ) : (
              <WhoHasIt request={request} />
            )}
          </li>
          <li>If we need more information, we will {CONTACT[contactPreference]} you.</li>
          <li>
            You can follow progress on the request’s page.
            {isEmergency ? null : " You can delete the request there until we start work."}
          </li>
        </ol>
        {checked > 0 ? (
          <p>
            We are checking {checked === 1 ? "your file" : `${checked} of your files`} for viruses. Our staff can open{" "}
            {checked === 1 ? "it" : "them"} after that.
          </p>
        ) : null}
        {isEmergency ? (
          <p>
            When you are safe, you can{" "}
            <Link href={`/requests/${request.id}#message-us`}>add details, photos and files</Link> to your report.
          </p>
        ) : null}
        <p>
          Quote the reference if you <Link href="/contact">contact us</Link> about your request.
        </p>
      </section>
    </>
  )
}

function WhoHasIt({ request: { assignee, waitsFor } }: { request: ServiceRequest }) {
  if (assignee)
    return (
      <>
        We have assigned your request to{" "}
        <strong>
          <bdi>{assignee.name}</bdi>
        </strong>
        .
      </>
    )
  return waitsFor === "confirmation"
    ? "Follow the link in the email we have sent you. We will then assign your request."
    : "All our staff are busy at the moment. We will assign your request to the next available person. You do not need to do anything."
}
