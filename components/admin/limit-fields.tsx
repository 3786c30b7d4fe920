import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TARGET_NAMES, type Target } from "@/lib/model/target"
import { HOURS, type Hours, type TimeLimit } from "@/lib/oversight/service-levels/service-levels"

const HOURS_NAMES: Record<Hours, string> = { always: "Round the clock", working: "Working hours" }

interface LimitFieldsProps {
  name: string
  target: Target
  limit?: Partial<TimeLimit>
  /** The limit that applies when none is chosen; the field is required where there is none. */
  otherwise?: string
}

/** How long something may take, and which hours of it count. */
export function LimitFields({ name, target, limit, otherwise }: LimitFieldsProps) {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Field
        name={`${name}.minutes`}
        label={`${TARGET_NAMES[target]}, in minutes`}
        inputMode="numeric"
        width="short"
        optional={otherwise !== undefined}
        defaultValue={limit?.minutes?.toString()}
      />
      <Select
        name={`${name}.hours`}
        label={`${TARGET_NAMES[target]} hours`}
        options={HOURS.map((value) => ({ value, label: HOURS_NAMES[value] }))}
        placeholder={otherwise}
        defaultValue={limit?.hours ?? (otherwise === undefined ? undefined : "")}
      />
    </div>
  )
}
