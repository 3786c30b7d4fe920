import { Reference } from "@/components/requests/reference"
import { Heading } from "@/components/ui/heading"
import { Link, PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { SomeRequests } from "@/lib/oversight/privacy/contract"
import { env } from "@/lib/runtime/env"

/** The effects of deleting an account, shown before it happens. */
export function DeletionFacts({ pending, emergencies }: { pending: SomeRequests; emergencies: SomeRequests }) {
  return (
    <div className="space-y-6">
      {emergencies.count > 0 ? (
        <Notice
          tone="danger"
          title={`You have ${emergencies.count === 1 ? "an open emergency or danger check" : `${emergencies.count} open emergencies or danger checks`}. Is everyone safe now?`}
        >
          <p>
            <References requests={emergencies} />
          </p>
          <p>
            If you still smell gas, an alarm sounds or someone feels ill, call{" "}
            <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline underline-offset-4" />. We will
            still deal with what you reported. We keep the address, what you told us and your phone number until then,
            and then erase them.
          </p>
        </Notice>
      ) : null}
      {pending.count > 0 ? (
        <Notice tone="warning" title="We will cancel your requests">
          <p>
            {pending.count === 1 ? "We will cancel this request: " : "We will cancel these requests: "}
            <References requests={pending} />
          </p>
        </Notice>
      ) : null}
      <Fact title="What we erase">
        Your name, email address, phone number, password and premises; what you wrote in your requests and our notes on
        them; every file you attached; any request you started but did not send; and where you signed in from. We will
        sign you out everywhere. You can use the email address for a new account. We erase files that you removed
        yourself 30 days after you removed them.
      </Fact>
      <Fact title="What we keep, and why">
        By law we must keep the safety history of each gas supply for the people who live there next: the type of each
        request, what we did and when, and the town, postcode, MPRN and meter. It does not include your name. We also
        keep our record of actions on this service, which identifies you only by a number and a network address.
      </Fact>
      <p>
        You can <Link href="/profile">download your data</Link> first. We cannot restore a deleted account.
      </p>
    </div>
  )
}

/** The requests that block a deletion, with advice. */
export function DeletionRefused({ worked }: { worked: SomeRequests }) {
  return (
    <Notice
      tone="warning"
      title={`We are still working on ${worked.count === 1 ? "one" : worked.count} of your requests`}
    >
      <p>
        <References requests={worked} />
      </p>
      <p>
        You can delete your account when this work is finished. If you no longer need it,{" "}
        <Link href="/contact">contact us</Link> and we will cancel it.
      </p>
    </Notice>
  )
}

function Fact({ title, children }: { title: string; children: string }) {
  return (
    <section className="space-y-2">
      <Heading size="card">{title}</Heading>
      <p>{children}</p>
    </section>
  )
}

const References = ({ requests: { count, first } }: { requests: SomeRequests }) => (
  <>
    {first.map(({ id, reference }, i) => (
      <span key={id}>
        {i > 0 ? ", " : ""}
        <Link href={`/requests/${id}`}>
          <Reference>{reference}</Reference>
        </Link>
      </span>
    ))}
    {count > first.length ? `, and ${count - first.length} more` : null}
  </>
)
