import { useContext, useRef } from "react"
import { clear } from "@/components/desk/selection"
import { chosenInWords, useChosen } from "@/components/desk/use-chosen"
import { colleagueOption } from "@/components/requests/colleague-option"
import { useColleagues } from "@/components/requests/use-colleagues"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormContext } from "@/components/ui/form-context"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { MOST_AT_ONCE } from "@/lib/dispatch/several/most-at-once"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { alwaysNeedsReason, STATUS_NAMES } from "@/lib/model/status"

interface SelectionBarProps {
  /** Whether the viewer may assign. */
  assigns: boolean
  /** Whether the viewer may change priorities. */
  prioritises: boolean
  /** Whom requests can be assigned to; asked for when something is ticked if they are left out. */
  people?: readonly Option[]
  /** How many the whole list has. */
  total: number
  /** How many are on this page. */
  rows: number
}

const { pending: _begin, on_hold: _wait, ...PLAIN } = STATUS_NAMES

const STATUSES: Option[] = [
  { value: "in_progress", label: PLAIN.in_progress },
  { value: "on_hold.customer", label: "Waiting for the customer" },
  { value: "on_hold.utility", label: "Waiting for us or our contractor" },
  { value: "resolved", label: PLAIN.resolved },
  { value: "closed", label: PLAIN.closed },
  { value: "cancelled", label: PLAIN.cancelled },
]

const PRIORITY_OPTIONS: Option[] = (["high", "normal", "low"] as const).map((it) => ({
  value: it,
  label: PRIORITY_NAMES[it],
}))

/** What is done with everything ticked, in sight as long as something is, and until it is read that what was has left. */
export function SelectionBar({ assigns, prioritises, people, total, rows }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const { count, to, left, forget } = useChosen(bar)
  const { offers } = useContext(FormContext)
  const known = people ?? offers
  const asked = useColleagues(assigns && count > 0 && known === undefined)
  const colleagues = known ?? asked?.map(colleagueOption)
  const most = Math.min(total, MOST_AT_ONCE)
  return (
    <div ref={bar} className="selection-bar" data-left={left || undefined}>
      <div>
        <p role="status">{chosenInWords({ count, left })}</p>
        {total > rows ? (
          <label>
            <input type="checkbox" name="all" data-count={most} />{" "}
            {total > most ? `First ${most} of ${total.toLocaleString("en-GB")}` : `All ${total}`} in this list
          </label>
        ) : null}
        <Button
          variant="quiet"
          onClick={({ currentTarget: { form } }) => {
            if (form) clear(form)
            forget()
          }}
        >
          Clear
        </Button>
      </div>
      {assigns ? (
        <fieldset>
          <legend className="sr-only">Assignment</legend>
          {colleagues ? null : <noscript>Press Assign to choose a person.</noscript>}
          <Select name="assigneeId" label="Assign to" placeholder="Choose a person" options={colleagues ?? []} />
          <Field name="noteForStaff" label="Note for staff" optional maxLength={2000} />
          <Submit name="act" value="assign">
            Assign
          </Submit>
          <Submit name="act" value="unassign" variant="secondary">
            Unassign
          </Submit>
        </fieldset>
      ) : null}
      <fieldset>
        <legend className="sr-only">Status</legend>
        <Select name="to" label="Change status to" placeholder="Choose a status" options={STATUSES} />
        <Field
          name="noteForCustomer"
          label={alwaysNeedsReason(to) ? "Reason for customers" : "Note for customers"}
          hint={to === "in_progress" ? "Needed to reopen resolved requests" : undefined}
          optional={!alwaysNeedsReason(to)}
          required={alwaysNeedsReason(to)}
          maxLength={2000}
        />
        <Submit name="act" value="move">
          Change status
        </Submit>
      </fieldset>
      {prioritises ? (
        <fieldset>
          <legend className="sr-only">Priority</legend>
          <Select
            name="priority"
            label="Change priority to"
            placeholder="Choose a priority"
            options={PRIORITY_OPTIONS}
          />
          <Field name="reason" label="Reason for staff" maxLength={2000} />
          <Submit name="act" value="prioritise" variant="secondary">
            Change priority
          </Submit>
        </fieldset>
      ) : null}
    </div>
  )
}
