import { CallerRequests } from "@/components/desk/caller-requests"
import { callAddress } from "@/components/desk/calls-address"
import { addressLine } from "@/components/requests/premises-text"
import { ButtonLink } from "@/components/ui/button"
import { Heading } from "@/components/ui/heading"
import { markWords } from "@/components/ui/mark-words"
import { MarkedParts } from "@/components/ui/marked-parts"
import { Muted } from "@/components/ui/muted"
import { PANEL } from "@/components/ui/style"
import type { PhoneCaller } from "@/lib/requests/callers/contract"

interface CallerMatchesProps {
  callers: readonly PhoneCaller[]
  q: string
  /** More were found than are shown. */
  more: boolean
}

/** Customers who may be calling, with what each may be calling about. */
export function CallerMatches({ callers, q, more }: CallerMatchesProps) {
  return (
    <section className="max-w-text space-y-3">
      <Heading size="section">Who is calling?</Heading>
      <ul className="space-y-3">
        {callers.map(({ id, name, phone, premises, requests }) => (
          <li key={id} className={`${PANEL} space-y-3 p-4`}>
            <div className="flex flex-wrap items-start justify-between gap-3">
              <div className="min-w-0 wrap-anywhere">
                <p className="font-semibold">
                  <MarkedParts text={markWords(name, q)} />
                </p>
                <Muted>{[phone, premises && addressLine(premises)].filter(Boolean).join(" · ")}</Muted>
              </div>
              <ButtonLink href={callAddress({ q, customer: id })} variant="secondary">
                Choose <span className="sr-only">{name}</span>
              </ButtonLink>
            </div>
            {requests.length > 0 ? <CallerRequests requests={requests} /> : null}
          </li>
        ))}
      </ul>
      {more ? <Muted>There are more. Add another word to find fewer.</Muted> : null}
      <p>
        <ButtonLink href={callAddress({ q, customer: "new" })} variant="secondary">
          None of these: new customer
        </ButtonLink>
      </p>
    </section>
  )
}
