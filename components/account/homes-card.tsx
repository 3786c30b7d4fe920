import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import type { Home } from "@/lib/identity/homes/contract"
import { PREMISES_ROLE_NAMES } from "@/lib/model/premises-role"

interface HomesProps {
  homes: readonly Home[]
}

export const HomesCard = ({ homes }: HomesProps) => (
  <Card title="Your homes" actions={<Link href="/profile/homes">Add or change homes</Link>}>
    <HomeList homes={homes.filter(({ until }) => until === null)} />
  </Card>
)

/** Homes with what the customer is to each, and since when; with an act, those they have can be made the main one. */
export function HomeList({ homes, makeMain }: HomesProps & { makeMain?: FormAction }) {
  if (homes.length === 0) return <p>No homes yet.</p>
  return (
    <ul className="divide-y divide-line">
      {homes.map((home) => (
        <li
          key={home.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 wrap-anywhere">
            <p className="font-semibold">
              <bdi>{addressLine(home.premises)}</bdi>
            </p>
            <Muted small>
              {PREMISES_ROLE_NAMES[home.role]}, since <Time value={home.since} dateOnly />
              {home.until ? (
                <>
                  , until <Time value={home.until} dateOnly />
                </>
              ) : null}
              {home.main ? ". The address in your profile" : null}
            </Muted>
          </div>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            {makeMain && home.until === null && !home.main ? (
              <Form action={makeMain} prefix={`main-${home.id}-`}>
                <input type="hidden" name="id" value={home.id} />
                <input type="hidden" name="version" value={home.version} />
                <Submit variant="secondary">
                  Make this my main home<span className="sr-only">: {home.premises.line1}</span>
                </Submit>
              </Form>
            ) : null}
            <Link href={`/profile/homes/${home.id}`}>
              View<span className="sr-only"> {home.premises.line1}</span>
            </Link>
          </div>
        </li>
      ))}
    </ul>
  )
}
