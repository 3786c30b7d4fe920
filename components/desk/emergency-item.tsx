import { Countdown } from "@/components/desk/countdown"
import { PageLink, PhoneLink } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { CATEGORIES } from "@/lib/model/category"
import { HAZARD_NAMES } from "@/lib/model/hazard"

interface EmergencyItemProps {
  emergency: Emergency
  /** Said to whom it is offered, where it may be anybody. */
  everybodys: boolean
  /** Whether the viewer can say that they have it. */
  takes: boolean
}

/** One emergency with its category, address, the number to call and its due time. */
export function EmergencyItem({ emergency, everybodys, takes }: EmergencyItemProps) {
  const { id, reference, title, danger, category, premises, customer } = emergency
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-3">
      <div className="min-w-0 grow basis-72">
        <p className="font-bold">
          <PageLink href={`/desk/requests/${id}`} className="underline underline-offset-4 wrap-anywhere">
            {title}
          </PageLink>
        </p>
        {danger ? (
          <p className="font-bold wrap-anywhere">
            {HAZARD_NAMES[danger.hazard]}: “{danger.words}”
          </p>
        ) : null}
        <p className="wrap-anywhere">
          {CATEGORIES[category].name} · {premises.line1}, {premises.town} {premises.postcode}
        </p>
        <p className="wrap-anywhere">
          {customer.name},{" "}
          <PhoneLink number={customer.phone} className="font-bold underline decoration-2 underline-offset-4" />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Deadline emergency={emergency} everybodys={everybodys} />
        {takes ? (
          <Submit name="id" value={id} variant="secondary">
            Acknowledge<span className="sr-only"> {reference}</span>
          </Submit>
        ) : null}
      </div>
    </li>
  )
}

function Deadline({ emergency, everybodys }: Omit<EmergencyItemProps, "takes">) {
  const { dueAt, offeredAt, offeredTo, rung } = emergency
  if (rung === "supervisors")
    return (
      <p>
        Offered to all supervisors at <Clock value={offeredAt} />
      </p>
    )
  return (
    <div>
      {everybodys && offeredTo ? <p>Offered to {offeredTo.name}</p> : null}
      <p>
        Acknowledge by <Clock value={dueAt} /> <Countdown until={dueAt.getTime()} left={dueAt.getTime() - Date.now()} />
      </p>
    </div>
  )
}

const Clock = ({ value }: { value: Date }) => (
  <time dateTime={value.toISOString()} className="font-bold tabular-nums">
    {clockTime(value)}
  </time>
)
