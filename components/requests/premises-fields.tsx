import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/http/form-state"

/** What the fields are called. */
export const PREMISES_LABELS = {
  "premises.line1": "Address line 1",
  "premises.line2": "Address line 2",
  "premises.town": "Town or city",
  "premises.postcode": "Postcode",
  "premises.mprn": "MPRN",
  "premises.meterSerial": "Meter serial number",
}

interface PremisesFieldsProps {
  /** Asks for the place of an emergency: what names the supply is left out, and what a passer-by may not know is optional. */
  emergency?: boolean
  /** Without hints, for staff who know what each is. */
  brief?: boolean
}

/** A supplied address, and what names its supply. */
export function PremisesFields({ emergency = false, brief = false }: PremisesFieldsProps) {
  return (
    <>
      <Field
        name="premises.line1"
        label={PREMISES_LABELS["premises.line1"]}
        hint={brief ? undefined : emergency ? "Building and street, or how to find the place" : "Building and street"}
        autoComplete="address-line1"
      />
      <Field name="premises.line2" label={PREMISES_LABELS["premises.line2"]} optional autoComplete="address-line2" />
      <Field
        name="premises.town"
        label={PREMISES_LABELS["premises.town"]}
        optional={emergency}
        autoComplete="address-level2"
        width="medium"
      />
      <Field
        name="premises.postcode"
        label={PREMISES_LABELS["premises.postcode"]}
        optional={emergency}
        autoComplete="postal-code"
        width="short"
      />
      {emergency ? null : <SupplyFields brief={brief} />}
    </>
  )
}

const SupplyFields = ({ brief }: { brief: boolean }) => (
  <>
    <Field
      name="premises.mprn"
      label={PREMISES_LABELS["premises.mprn"]}
      optional
      hint={brief ? undefined : "Meter Point Reference Number. This is 6 to 11 digits long and is on your gas bill."}
      inputMode="numeric"
      width="short"
    />
    <Field
      name="premises.meterSerial"
      label={PREMISES_LABELS["premises.meterSerial"]}
      optional
      hint={brief ? undefined : "This is on the front of the meter. For example, G4A00123456789"}
      spellCheck={false}
      width="medium"
    />
  </>
)

/** Premises under the dotted names of their fields, for a form to start with. */
export function premisesValues(premises: object | null | undefined): NonNullable<FormState["values"]> {
  return Object.fromEntries(Object.entries(premises ?? {}).map(([name, value]) => [`premises.${name}`, String(value)]))
}
