import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { buttonStyle, PANEL } from "@/components/ui/style"
import { MEMBER_ROLES, ROLE_NAMES } from "@/lib/model/role"

export interface TeamFilter {
  state: "active" | "disabled"
  role?: string
  team?: string
}

/** The address of a part of the team, with only what differs from the usual one. */
export function teamAddress({ state, role, team }: TeamFilter, after?: string | null): string {
  const asked = { state: state === "disabled" && state, role, team, after }
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `/admin/staff?${query}` : "/admin/staff"
}

/** A form that only asks: its answer is an address, which can be kept and shared. */
export function TeamFilterForm({ filter }: { filter: TeamFilter }) {
  const { state, role, team } = filter
  return (
    <search>
      <GetForm
        action="/admin/staff"
        key={teamAddress(filter)}
        className={`${PANEL} grid items-end gap-x-4 gap-y-3 p-4 sm:grid-cols-3 sm:p-5`}
      >
        {state === "disabled" ? <input type="hidden" name="state" value="disabled" /> : null}
        <Select
          name="role"
          label="Role"
          placeholder="Any role"
          options={MEMBER_ROLES.map((id) => ({ value: id, label: ROLE_NAMES[id] }))}
          defaultValue={role}
        />
        <Field name="team" label="Team" defaultValue={team} maxLength={60} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <button type="submit" className={buttonStyle("secondary")}>
            Show staff
          </button>
          {role || team ? <Link href={teamAddress({ state })}>Clear filters</Link> : null}
        </div>
      </GetForm>
    </search>
  )
}
