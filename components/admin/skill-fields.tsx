import { Muted } from "@/components/ui/muted"
import { Select } from "@/components/ui/select"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { UNSKILLED } from "@/lib/dispatch/staff/member-fields"
import { CATEGORIES, CATEGORY_IDS } from "@/lib/model/category"
import { LEVEL_NAMES, LEVELS } from "@/lib/model/level"

const OPTIONS = [
  { value: UNSKILLED, label: "Not qualified" },
  ...LEVELS.map((level) => ({ value: String(level), label: LEVEL_NAMES[level] })),
]

/** The skill level for each category. */
export function SkillFields({ categories, levels }: Pick<StaffMember, "categories" | "levels">) {
  return (
    <fieldset aria-describedby="skills-hint" className="space-y-1.5">
      <legend className="font-semibold">Skills</legend>
      <Muted id="skills-hint">
        Requests are only assigned to people with the skill. Higher levels come first for emergencies.
      </Muted>
      <div className="grid gap-x-6 gap-y-4 pt-2 sm:grid-cols-2">
        {CATEGORY_IDS.map((id) => (
          <Select
            key={id}
            name={`skills.${id}`}
            label={CATEGORIES[id].name}
            options={OPTIONS}
            defaultValue={categories.includes(id) ? String(levels[id] ?? 1) : UNSKILLED}
          />
        ))}
      </div>
    </fieldset>
  )
}
