import { SkillFields } from "@/components/admin/skill-fields"
import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { SeenVersion } from "@/components/ui/seen-version"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"
import { ROLE_NAMES } from "@/lib/model/role"

interface StaffFormProps {
  action: FormAction
  member: StaffMember
}

const ROLES = [
  { value: "staff", label: ROLE_NAMES.staff, hint: "Works the requests assigned to them" },
  { value: "supervisor", label: ROLE_NAMES.supervisor, hint: "Sees all requests and can hand them over" },
  {
    value: "administrator",
    label: ROLE_NAMES.administrator,
    hint: "Can do everything; is given no work, and has to sign in again when made one",
  },
]

const STATES = [
  { value: "active", label: "Active", hint: "Works at the desk" },
  { value: "waiting", label: "Waiting", hint: "Can sign in and sees nothing" },
  { value: "disabled", label: "Disabled", hint: "Is signed out everywhere and cannot sign in" },
]

export function StaffForm({ action, member }: StaffFormProps) {
  return (
    <Form action={action} submit="Save" aside={<Link href="/admin/staff">Cancel</Link>}>
      <input type="hidden" name="id" value={member.id} />
      <SeenVersion version={member.version} />
      <Radios name="role" label="Role" options={ROLES} defaultValue={member.role} />
      <Radios name="state" label="Account" options={STATES} defaultValue={member.state} />
      <Field
        name="team"
        label="Team"
        optional
        hint="Where this person works, in your own words, such as Leeds North."
        width="medium"
        maxLength={60}
        defaultValue={member.team ?? ""}
      />
      <Field
        name="capacity"
        label="Capacity"
        hint="How many open requests this person can hold. Emergencies come all the same."
        inputMode="numeric"
        width="short"
        defaultValue={String(member.capacity)}
      />
      <SkillFields categories={member.categories} levels={member.levels} />
      <Field
        name="areas"
        label="Areas"
        optional
        hint="Beginnings of postcodes with a comma between them, such as LS, M1. Everywhere when left empty."
        width="medium"
        defaultValue={member.areas.join(", ")}
      />
    </Form>
  )
}
