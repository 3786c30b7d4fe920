import { FIELD_GRID } from "@/components/desk/call-place"
import { Checkboxes } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"

const ABOUT = [
  { value: "home", label: "They live at the address below" },
  { value: "invite", label: "Email them an invitation to the portal" },
]

/** A caller who is no customer yet. A name and a phone number are enough. */
export const CallerFields = () => (
  <>
    <div className={FIELD_GRID}>
      <Field name="caller.name" label="Name" autoComplete="off" />
      <Field name="caller.phone" label="Phone" type="tel" inputMode="tel" autoComplete="off" />
      <Field name="caller.email" label="Email" optional type="email" autoComplete="off" />
    </div>
    <Checkboxes name="caller.about" label="About them" optional inline options={ABOUT} />
  </>
)
