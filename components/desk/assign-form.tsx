import { colleagueOption } from "@/components/desk/colleague-option"
import { Foretell } from "@/components/desk/foretell"
import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import { worksIn } from "@/lib/dispatch/assignment/area"
import { requiredSkill } from "@/lib/dispatch/assignment/required-skill"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"
import type { ServiceRequest } from "@/lib/requests/contract"

interface AssignFormProps {
  action: FormAction
  request: ServiceRequest
  colleagues: readonly StaffMember[]
}

/** Gives a request to somebody. Those whom no rule would choose can be chosen too, and stand apart. */
export function AssignForm({ action, request, colleagues }: AssignFormProps) {
  const { id, version, assignee } = request
  const people = colleagues
    .filter((person) => person.id !== assignee?.id)
    .map((person) => optionOf(person, request))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group))
  return (
    <Form action={action} prefix="assign-" className="min-w-0">
      <input type="hidden" name="id" value={id} />
      <SeenVersion version={version} />
      <Foretell />
      <Fold summary={assignee ? "Reassign this request" : "Assign this request"}>
        <Select name="assigneeId" label="Assign to" placeholder="Choose a person" options={people} />
        <Textarea name="note" label="Note for staff" optional hint="Visible to staff only." rows={2} limit={2000} />
        <Submit>{assignee ? "Reassign" : "Assign"}</Submit>
      </Fold>
    </Form>
  )
}

const ORDER = ["Eligible", "At capacity, unavailable or not qualified"] as const

function optionOf(person: StaffMember, request: ServiceRequest): Option & { group: (typeof ORDER)[number] } {
  const { category, priority, danger, premises } = request
  const { openRequests, capacity, categories, duty } = person
  const isEmergency = priority === "emergency"
  const isThere = duty.state === "on_shift" || (isEmergency && duty.state === "on_call")
  const needed = requiredSkill(category, { priority, hazard: danger?.hazard })
  const obstacles = [
    !categories.includes(needed) && "not qualified",
    !worksIn(person, premises.postcode) && "covers other areas",
  ].filter(Boolean)
  const fits = isThere && obstacles.length === 0 && (isEmergency || openRequests < capacity)
  const option = colleagueOption(person)
  return { ...option, label: [option.label, ...obstacles].join(", "), group: ORDER[fits ? 0 : 1] }
}
