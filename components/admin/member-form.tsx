import { Radios } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { SeenVersion } from "@/components/ui/seen-version"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"
import { ROLE_NAMES } from "@/lib/model/role"
import { SkillFields } from "./skill-fields"

interface StaffFormProps {
  action: FormAction
  member: StaffMember
}

const ROLES = [
  { value: "staff", label: ROLE_NAMES.staff, hint: "Works on requests assigned to them" },
  { value: "supervisor", label: ROLE_NAMES.supervisor, hint: "Sees all requests and can reassign them" },
  {
    value: "administrator",
    label: ROLE_NAMES.administrator,
    hint: "Full access, no requests assigned. Must sign in again after promotion",
  },
]

const STATES = [
  { value: "active", label: "Active", hint: "Can work at the desk" },
  { value: "waiting", label: "Waiting", hint: "Waiting for approval. Can sign in but sees nothing" },
  { value: "disabled", label: "Disabled", hint: "Signed out everywhere and cannot sign in" },
]

export function MemberForm({ action, member }: StaffFormProps) {
  return (
    <Form action={action} submit="Save changes" aside={<Link href="/admin/staff">Cancel</Link>}>
      <input type="hidden" name="id" value={member.id} />
      <SeenVersion version={member.version} />
      <Radios name="role" label="Role" options={ROLES} defaultValue={member.role} />
      <Radios name="state" label="Account" options={STATES} defaultValue={member.state} />
      <Field
        name="team"
        label="Team"
        optional
        hint="For example, Leeds North."
        width="medium"
        maxLength={60}
        defaultValue={member.team ?? ""}
      />
      <Field
        name="capacity"
        label="Capacity"
        hint="Maximum open requests. Emergencies can exceed it."
        inputMode="numeric"
        width="short"
        defaultValue={String(member.capacity)}
      />
      <SkillFields categories={member.categories} levels={member.levels} />
      <Field
        name="areas"
        label="Areas"
        optional
        hint="Start of postcodes, separated by commas, such as LS, M1. Leave empty for everywhere."
        width="medium"
        defaultValue={member.areas.join(", ")}
      />
    </Form>
  )
}
