import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import type { StaffMember } from "@/lib/accounts/contract"
import type { FormAction } from "@/lib/http/form-state"
import type { Category } from "@/lib/requests/category"
import type { ServiceRequest } from "@/lib/requests/contract"

interface AssignFormProps {
  action: FormAction
  request: ServiceRequest
  colleagues: readonly StaffMember[]
}

/** Gives a request to somebody. Those whom no rule would choose can be chosen too, and stand apart. */
export function AssignForm({ action, request, colleagues }: AssignFormProps) {
  const { id, version, category, assignee } = request
  const people = colleagues
    .filter((person) => person.id !== assignee?.id)
    .map((person) => optionOf(person, category))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group))
  return (
    <Card title={assignee ? "Hand over" : "Assign"}>
      <Form
        action={action}
        prefix="assign-"
        submit={assignee ? "Hand over" : "Assign"}
        className="mt-6 space-y-5 first:mt-0"
      >
        <p>{assignee ? `${assignee.name} has this request.` : "Nobody has this request yet."}</p>
        <input type="hidden" name="id" value={id} />
        <SeenVersion version={version} />
        <Select name="assigneeId" label="Give it to" placeholder="Choose somebody" options={people} />
        <Textarea name="note" label="Note for staff" optional hint="Only staff see this note." rows={3} limit={2000} />
      </Form>
    </Card>
  )
}

const ORDER = ["Can take it", "Full, away or not qualified"] as const

function optionOf(person: StaffMember, category: Category): Option & { group: (typeof ORDER)[number] } {
  const { id, name, available, openRequests, capacity, categories } = person
  const obstacles = [!available && "away", !categories.includes(category) && "not qualified"].filter(Boolean)
  const fits = obstacles.length === 0 && openRequests < capacity
  return {
    value: id,
    label: [`${name}: ${openRequests} of ${capacity} open`, ...obstacles].join(", "),
    group: ORDER[fits ? 0 : 1],
  }
}
