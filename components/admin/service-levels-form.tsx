import { CategoryCell, PriorityCell } from "@/components/admin/level-cell"
import { WorkingHoursTable } from "@/components/admin/working-hours-table"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import { CATEGORIES, CATEGORY_IDS, PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import { durationText } from "@/lib/oversight/service-levels/duration-text"
import type { ServiceLevels } from "@/lib/oversight/service-levels/service-levels"

const COLUMNS: Record<Target, string> = {
  acknowledge: "Acknowledge",
  first_response: "Respond",
  resolution: "Resolve",
}

interface ServiceLevelsFormProps {
  action: FormAction
  levels: ServiceLevels
  version: number
}

/** Everything there is to promise, as one matrix: it is read as a whole, and changed now and then. */
export function ServiceLevelsForm({ action, levels, version }: ServiceLevelsFormProps) {
  const { workingHours, priorities, categories } = levels
  return (
    <Form action={action} submit="Save service levels" className="space-y-4">
      <SeenVersion version={version} />
      <table className="levels">
        <caption>Enter times like 4 h, 30 min or 2 d. A day (d) is 24 hours; enter working time in hours.</caption>
        <thead>
          <tr>
            <th scope="col">Priority</th>
            {TARGETS.map((target) => (
              <th key={target} scope="col">
                {COLUMNS[target]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => (
            <tr key={priority}>
              <th scope="row">{PRIORITY_NAMES[priority]}</th>
              {TARGETS.map((target) => {
                const { minutes, hours } = priorities[priority][target]
                return (
                  <PriorityCell
                    key={target}
                    name={`priorities.${priority}.${target}`}
                    label={`${PRIORITY_NAMES[priority]}: ${COLUMNS[target].toLowerCase()}`}
                    time={durationText(minutes, hours)}
                    working={hours === "working"}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
        <thead>
          <tr>
            <th scope="col" colSpan={4}>
              Exceptions by category, for requests with their category’s usual priority. Empty times follow the
              priority.
            </th>
          </tr>
        </thead>
        <tbody>
          {CATEGORY_IDS.map((category) => {
            const usual = priorities[CATEGORIES[category].priority]
            return (
              <tr key={category}>
                <th scope="row">
                  {CATEGORIES[category].name} <small>{PRIORITY_NAMES[CATEGORIES[category].priority]}</small>
                </th>
                {TARGETS.map((target) => {
                  const { minutes, hours } = categories[category]?.[target] ?? {}
                  return (
                    <CategoryCell
                      key={target}
                      name={`categories.${category}.${target}`}
                      label={`${CATEGORIES[category].name}: ${COLUMNS[target].toLowerCase()}`}
                      time={minutes === undefined ? "" : durationText(minutes, hours ?? usual[target].hours)}
                      placeholder={durationText(usual[target].minutes, hours ?? usual[target].hours)}
                      hours={hours ?? ""}
                    />
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      <WorkingHoursTable workingHours={workingHours} />
    </Form>
  )
}
