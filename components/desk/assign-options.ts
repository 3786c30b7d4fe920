import { colleagueOption } from "@/components/requests/colleague-option"
import type { Option } from "@/components/ui/options"
import { worksIn } from "@/lib/dispatch/assignment/area"
import { requiredSkill } from "@/lib/dispatch/assignment/required-skill"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { Category, Priority } from "@/lib/model/category"
import type { Hazard } from "@/lib/model/hazard"

/** What decides who is fit for a request. */
export interface ToAssign {
  category: Category
  priority: Priority
  hazard: Hazard | undefined
  postcode: string
  /** The id of who has it. */
  assignee: string | undefined
}

const ORDER = ["Eligible", "At capacity, unavailable or not qualified"] as const

/** Everybody else, those first whom a rule would choose. */
export const assignOptions = (colleagues: readonly StaffMember[], request: ToAssign): Option[] =>
  colleagues
    .filter((person) => person.id !== request.assignee)
    .map((person) => optionOf(person, request))
    .sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group))

function optionOf(
  person: StaffMember,
  { category, priority, hazard, postcode }: ToAssign,
): Option & { group: (typeof ORDER)[number] } {
  const { openRequests, capacity, categories, duty } = person
  const isEmergency = priority === "emergency"
  const isThere = duty.state === "on_shift" || (isEmergency && duty.state === "on_call")
  const obstacles = [
    !categories.includes(requiredSkill(category, { priority, hazard })) && "not qualified",
    !worksIn(person, postcode) && "covers other areas",
  ].filter(Boolean)
  const fits = isThere && obstacles.length === 0 && (isEmergency || openRequests < capacity)
  const option = colleagueOption(person)
  return { ...option, label: [option.label, ...obstacles].join(", "), group: ORDER[fits ? 0 : 1] }
}
