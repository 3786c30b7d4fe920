"use client"

import { Foretell } from "@/components/desk/foretell"
import { Radios } from "@/components/ui/choices"
import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { isOpen, moveName, needsReason, type Status } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

interface MoveFormProps {
  action: FormAction
  request: Pick<ServiceRequest, "id" | "status" | "version" | "priority"> & { assigned: boolean }
  /** What is offered of the moves there are. */
  offered: readonly Status[]
}

/** Offers the moves that are possible now, and no others. */
export function MoveForm({ action, request: { id, status, version, priority, assigned }, offered }: MoveFormProps) {
  const moves = offered.map((to) => ({
    value: to,
    label: moveName(status, to),
    hint: hintFor(status, to, assigned),
  }))
  return (
    <section className="composer">
      {moves.length === 0 ? (
        <Muted>This status is final.</Muted>
      ) : (
        <Form action={action} prefix="move-" submit="Update status" className="group/move">
          <input type="hidden" name="id" value={id} />
          <SeenVersion version={version} />
          <Foretell />
          <Radios
            name="to"
            label="Next step"
            options={moves}
            defaultValue={moves.length === 1 ? moves[0]?.value : undefined}
          />
          {offered.includes("on_hold") ? <WaitingFor /> : null}
          {priority === "emergency" && offered.includes("cancelled") ? <EveryoneSafe /> : null}
          <Textarea
            name="note"
            label="Note for the customer"
            optional
            hint="Visible to the customer."
            rows={2}
            limit={2000}
          />
        </Form>
      )}
    </section>
  )
}

function hintFor(from: Status, to: Status, assigned: boolean): string | undefined {
  const hints = [
    !assigned && isOpen(to) && "Assigns it to you",
    needsReason(from, to) && "Give a reason in the note",
  ].filter(Boolean)
  return hints.join(". ") || undefined
}

/** Asked of those who put it on hold, and of nobody else. */
const WaitingFor = () => (
  <div className="hidden group-has-[[value$=hold]:checked]/move:block">
    <Radios
      name="waitingFor"
      label="Waiting for"
      options={[
        { value: "customer", label: "The customer", hint: "Deadlines pause until work resumes" },
        { value: "utility", label: "Us or our contractor", hint: "Deadlines continue" },
      ]}
      defaultValue="customer"
    />
  </div>
)

/** Asked of those who cancel an open emergency, and of nobody else. */
const EveryoneSafe = () => (
  <div className="hidden group-has-[[value=cancelled]:checked]/move:block">
    <Radios
      name="everyoneSafe"
      label="Is everyone safe?"
      hint="This is an open emergency. If you cancel it, nobody will come."
      options={[
        { value: "true", label: "Yes, everyone is safe" },
        { value: "false", label: "No, or I do not know", hint: "It stays open" },
      ]}
    />
  </div>
)
