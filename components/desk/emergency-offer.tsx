import { Countdown } from "@/components/desk/countdown"
import { type EmergencyViewer, offeredWords } from "@/components/desk/emergency-words"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

interface EmergencyOfferProps {
  emergency: Emergency
  viewer: EmergencyViewer
}

/** To whom it is offered and until when, and how often nobody took it. */
export function EmergencyOffer({ emergency, viewer }: EmergencyOfferProps) {
  const { dueAt, round } = emergency
  return (
    <>
      {round > 1 ? <b>Round {round}. </b> : null}
      {offeredWords(emergency, viewer.id)} until{" "}
      <time dateTime={dueAt.toISOString()} className="font-bold tabular-nums">
        {clockTime(dueAt)}
      </time>{" "}
      <Countdown until={dueAt.getTime()} left={dueAt.getTime() - Date.now()} />
    </>
  )
}
