import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { SomeRequests } from "@/lib/oversight/privacy/contract"

/** The effects of deleting an account, shown before it happens. */
export function DeletionFacts({ pending }: { pending: SomeRequests }) {
  return (
    <div className="space-y-6">
      {pending.count > 0 ? (
        <Notice tone="warning" title="Nobody will work on what you have asked for">
          <p>
            {pending.count === 1 ? "This request is cancelled: " : "These requests are cancelled: "}
            <References requests={pending} />
          </p>
        </Notice>
      ) : null}
      <Fact title="What is erased">
        Your name, e-mail address, phone number, password and premises; what you wrote in your requests and our notes on
        them; every file you attached; anything you began and did not send; where you signed in from. You are signed out
        everywhere, and the e-mail address can be used for a new account. Files that you removed yourself are erased 30
        days after you removed them.
      </Fact>
      <Fact title="What stays, and why">
        That there was a request, of which kind, what was done about it and when, with the town, postcode, MPRN and
        meter it was about. The law has us keep the safety history of each gas supply for whoever lives there next. It
        names nobody. Our record of who did what and when stays as well: it knows you by a number and a network address.
      </Fact>
      <p>
        You may want to <Link href="/profile">download your data</Link> first. An account cannot be brought back.
      </p>
    </div>
  )
}

/** The requests that block a deletion, with advice. */
export function DeletionRefused({ worked }: { worked: SomeRequests }) {
  return (
    <Notice
      tone="warning"
      title={`Somebody is working for you, on ${worked.count === 1 ? "one request" : `${worked.count} requests`}`}
    >
      <p>
        <References requests={worked} />
      </p>
      <p>
        Your account can be deleted once this is done. Wait for it, or ring us if you need it no more, and we will end
        it.
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
        <Link href={`/requests/${id}`}>{reference}</Link>
      </span>
    ))}
    {count > first.length ? `, and ${count - first.length} more` : null}
  </>
)
