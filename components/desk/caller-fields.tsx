import { Checkboxes } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"

const ABOUT = [
  { value: "home", label: "They live at this address" },
  { value: "invite", label: "Email them an invitation to the portal" },
]

/** A caller who is no customer yet. A name and a phone number are enough. */
export const CallerFields = () => (
  <>
    <Field name="caller.name" label="Name" autoComplete="off" width="medium" />
    <Field name="caller.phone" label="Phone" type="tel" inputMode="tel" autoComplete="off" width="medium" />
    <Field name="caller.email" label="Email" optional type="email" autoComplete="off" width="medium" />
    <Checkboxes name="caller.about" label="About them" optional options={ABOUT} />
  </>
)
