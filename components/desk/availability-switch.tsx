import { OwnDuty } from "@/components/desk/own-duty"
import { Form } from "@/components/ui/form"
import { classes } from "@/components/ui/style"
import { Submit } from "@/components/ui/submit"
import type { Availability } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"

interface AvailabilitySwitchProps {
  action: FormAction
  availability: Pick<Availability, "available" | "openRequests" | "capacity" | "duty">
}

/** Whether new requests come to the person who looks at it. */
export function AvailabilitySwitch({ action, availability }: AvailabilitySwitchProps) {
  const { available, openRequests, capacity, duty } = availability
  return (
    <Form action={action} prefix="availability-" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className="flex items-baseline gap-3">
        <span aria-hidden className={classes("size-2.5 shrink-0 rounded-full", available ? "bg-success" : "bg-edge")} />
        <span>
          <strong>{available ? "Available" : "Away"}</strong>
          <span className="text-muted">
            {" "}
            · {openRequests} of {capacity} open
            {available && openRequests >= capacity ? ", at capacity: emergencies only" : ""}
          </span>
          <span className="not-empty:before:content-['_·_']">
            <OwnDuty duty={duty} />
          </span>
          {available ? (
            <span className="text-muted"> If you stop, requests you have not started are reassigned.</span>
          ) : null}
        </span>
      </p>
      <input type="hidden" name="available" value={String(!available)} />
      <Submit variant="secondary">{available ? "Stop taking new requests" : "Take new requests"}</Submit>
    </Form>
  )
}
