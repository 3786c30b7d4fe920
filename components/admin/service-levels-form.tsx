import type { ReactNode } from "react"
import { LimitFields } from "@/components/admin/limit-fields"
import { Disclosure } from "@/components/ui/disclosure"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import { CATEGORIES, CATEGORY_IDS, PRIORITIES, PRIORITY_NAMES } from "@/lib/model/category"
import { TARGETS } from "@/lib/model/target"
import { type ServiceLevels, WEEKDAY_KEYS, type Weekday } from "@/lib/oversight/service-levels/service-levels"

interface ServiceLevelsFormProps {
  action: FormAction
  levels: ServiceLevels
  version: number
}

/** Everything there is to promise, on one page: it is read as a whole, and changed now and then. */
export function ServiceLevelsForm({ action, levels, version }: ServiceLevelsFormProps) {
  const { workingHours, priorities, categories } = levels
  return (
    <Form action={action} submit="Save service levels" className="space-y-10">
      <SeenVersion version={version} />
      <Part title="By priority" lede="In minutes: 60 is an hour, 1,440 is 24 hours.">
        {PRIORITIES.map((priority) => (
          <Group key={priority} name={PRIORITY_NAMES[priority]}>
            {TARGETS.map((target) => (
              <LimitFields
                key={target}
                name={`serviceLevels.priorities.${priority}.${target}`}
                target={target}
                limit={priorities[priority][target]}
              />
            ))}
          </Group>
        ))}
      </Part>
      <Part
        title="Working hours"
        lede="In the utility’s time zone. Leave non-working days empty. Holidays are excluded automatically."
      >
        {WEEKDAY_KEYS.map((day) => (
          <Group key={day} name={DAY_NAMES[day]}>
            <div className="flex flex-wrap gap-x-6 gap-y-3">
              {(["startsAt", "endsAt"] as const).map((end) => (
                <Field
                  key={end}
                  type="time"
                  name={`serviceLevels.workingHours.${day}.${end}`}
                  label={end === "startsAt" ? "From" : "Until"}
                  width="short"
                  optional
                  defaultValue={workingHours[day]?.[end]}
                />
              ))}
            </div>
          </Group>
        ))}
      </Part>
      <Part
        title="Exceptions by category"
        lede="For requests with their category’s usual priority. Empty fields follow the priority."
      >
        {CATEGORY_IDS.map((category) => (
          <Disclosure key={category} summary={CATEGORIES[category].name} open={categories[category] !== undefined}>
            <Group name={CATEGORIES[category].name}>
              {TARGETS.map((target) => (
                <LimitFields
                  key={target}
                  name={`serviceLevels.categories.${category}.${target}`}
                  target={target}
                  limit={categories[category]?.[target]}
                  otherwise="Same as priority"
                />
              ))}
            </Group>
          </Disclosure>
        ))}
      </Part>
    </Form>
  )
}

const DAY_NAMES: Record<Weekday, string> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
}

interface PartProps {
  title: string
  lede: string
  children: ReactNode
}

const Part = ({ title, lede, children }: PartProps) => (
  <section className="space-y-5">
    <div className="space-y-1">
      <Heading size="section">{title}</Heading>
      <Muted>{lede}</Muted>
    </div>
    {children}
  </section>
)

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <fieldset className="space-y-4 rounded-lg border border-line bg-surface px-4 py-4 sm:px-6">
    <legend className="px-2 text-lg font-semibold">{name}</legend>
    {children}
  </fieldset>
)
