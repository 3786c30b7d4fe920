import { CircleCheck } from "lucide-react"
import { Heading } from "@/components/ui/heading"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

/** The reference to quote, and what happens now. */
export function Filed({ request }: { request: ServiceRequest }) {
  const { reference, contactPreference } = request
  const isEmergency = request.priority === "emergency"
  return (
    <>
      <header className="space-y-3 rounded-lg border border-success bg-success-soft px-6 py-8 text-center text-success">
        <CircleCheck aria-hidden className="mx-auto size-10" />
        <Heading level={1} size="page">
          Your request is filed
        </Heading>
        <p className="text-ink">
          Your reference
          <strong className="block text-2xl tracking-tight tabular-nums">{reference}</strong>
        </p>
      </header>
      <section className="max-w-text space-y-3">
        <Heading size="section">What happens next</Heading>
        <ol className="list-decimal space-y-2 pl-6">
          <li>
            <WhoHasIt request={request} />
          </li>
          <li>
            If we need to know more, we contact you as you prefer: {CONTACT_NAMES[contactPreference].toLowerCase()}.
          </li>
          <li>
            Each step shows on the request’s page.
            {isEmergency ? null : " Until work starts, you can delete the request there."}
          </li>
        </ol>
        <p>Quote the reference if you ring us about it.</p>
      </section>
    </>
  )
}

function WhoHasIt({ request: { assignee, waitsFor, priority, status } }: { request: ServiceRequest }) {
  if (priority === "emergency" && status === "pending")
    return assignee ? (
      <>
        <strong>{assignee.name}</strong> is being told now. If there is no answer at once, the next person is told,
        until somebody takes it.
      </>
    ) : (
      "All our supervisors are being told now, until one of them takes it."
    )
  if (assignee)
    return (
      <>
        <strong>{assignee.name}</strong> looks after your request from now on.
      </>
    )
  return waitsFor === "confirmation"
    ? "Follow the link in the e-mail we have sent you. Your request is then given to the next person who is free."
    : "Everybody is busy just now. The next person who is free takes your request; you need do nothing."
}
