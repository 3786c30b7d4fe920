import { Countdown } from "@/components/desk/countdown"
import type { ShownOffer } from "@/components/desk/offer-of"

/** To whom it is offered and until when, and how often nobody took it. */
export const EmergencyOffer = ({ offer: { round, to, dueAt, clock, left } }: { offer: ShownOffer }) => (
  <>
    {round > 1 ? <b>Round {round}. </b> : null}
    {`${to} until `}
    <time dateTime={new Date(dueAt).toISOString()}>{clock}</time> <Countdown until={dueAt} left={left} />
  </>
)
