import { PRIORITIES, type Priority } from "@/lib/model/category"
import { STATUSES, type Status } from "@/lib/model/status"

/** What a request will be if the server agrees. */
export interface Foretold {
  status?: Status
  assignee?: string
  priority?: Priority
}

/** What a form asks for, if that can be shown before the server has answered. */
export function foretoldBy(data: FormData, form: HTMLFormElement): Foretold | undefined {
  const [act, to] = [data.get("act"), String(data.get("to")).split(".")[0]]
  const status = STATUSES.find((it) => it === to)
  if (act === "unassign") return { assignee: "Unassigned" }
  if (act === "prioritise") {
    const priority = PRIORITIES.find((it) => it === data.get("priority"))
    return priority && data.get("reason") ? { priority } : undefined
  }
  if (act !== "assign" && status) return { status }
  const person = form.querySelector<HTMLSelectElement>("[name=assigneeId]")?.selectedOptions[0]
  // The name stands before how much they have to do.
  return act !== "move" && person?.value ? { assignee: person.label.replace(/:.*/, "") } : undefined
}
