import { Radios } from "@/components/ui/choices"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { EMERGENCY_RULE, STRATEGY_LABELS } from "@/lib/dispatch/assignment/strategy-words"
import type { FormAction } from "@/lib/http/form-state"
import { CATEGORIES, CATEGORY_IDS } from "@/lib/model/category"
import { LEVEL_NAMES, LEVELS } from "@/lib/model/level"
import { STRATEGY_NAMES } from "@/lib/model/strategy"
import type { Settings } from "@/lib/oversight/settings/contract"

interface AssignmentRulesFormProps {
  action: FormAction
  settings: Settings & { version: number }
}

const STRATEGIES = STRATEGY_NAMES.map((value) => ({ value, ...STRATEGY_LABELS[value] }))
/** The lowest level is what holds when nothing is chosen. */
const HIGHER = LEVELS.filter((level) => level > 1).map((level) => ({ value: String(level), label: LEVEL_NAMES[level] }))

/** How the best of those who can take a request is found; for some categories otherwise than for the rest. */
export function AssignmentRulesForm({ action, settings: { assignment, version } }: AssignmentRulesFormProps) {
  const { strategy, strategies, levels } = assignment
  return (
    <Form action={action} prefix="rules-" submit="Save assignment rules" className="space-y-6">
      <SeenVersion version={version} />
      <Radios
        name="strategy"
        label="Assign among eligible staff"
        hint={`Emergencies are assigned ${EMERGENCY_RULE}. This setting only decides between equals.`}
        options={STRATEGIES}
        defaultValue={strategy}
      />
      <details>
        <summary className="min-h-8 cursor-pointer font-semibold text-accent">Exceptions by category</summary>
        <div className="mt-4 space-y-6">
          {CATEGORY_IDS.map((id) => (
            <fieldset key={id} className="space-y-2">
              <legend className="font-semibold">{CATEGORIES[id].name}</legend>
              <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
                {CATEGORIES[id].priority === "emergency" ? (
                  <input type="hidden" name={`strategies.${id}`} value={strategies[id] ?? ""} />
                ) : (
                  <Select
                    name={`strategies.${id}`}
                    label="Assign"
                    placeholder="Same as default"
                    options={STRATEGIES}
                    defaultValue={strategies[id]}
                  />
                )}
                <Select
                  name={`levels.${id}`}
                  label="Minimum level"
                  placeholder={LEVEL_NAMES[1]}
                  options={HIGHER}
                  defaultValue={levels[id] && String(levels[id])}
                />
              </div>
            </fieldset>
          ))}
        </div>
      </details>
    </Form>
  )
}
