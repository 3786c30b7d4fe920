import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/http/form-state"

interface PremisesFieldsProps {
  /** Asks for what names the supply, too. */
  supply?: boolean
}

/** A supplied address, and what names its supply. */
export function PremisesFields({ supply = true }: PremisesFieldsProps) {
  return (
    <>
      <Field name="premises.line1" label="Address line 1" hint="Building and street" autoComplete="address-line1" />
      <Field name="premises.line2" label="Address line 2" optional autoComplete="address-line2" />
      <Field name="premises.town" label="Town or city" autoComplete="address-level2" width="medium" />
      <Field name="premises.postcode" label="Postcode" autoComplete="postal-code" width="short" />
      {supply ? <SupplyFields /> : null}
    </>
  )
}

const SupplyFields = () => (
  <>
    <Field
      name="premises.mprn"
      label="MPRN"
      optional
      hint="Meter Point Reference Number. This is 6 to 11 digits long and is on your gas bill."
      inputMode="numeric"
      width="short"
    />
    <Field
      name="premises.meterSerial"
      label="Meter serial number"
      optional
      hint="This is on the front of the meter. For example, G4A00123456789"
      spellCheck={false}
      width="medium"
    />
  </>
)

/** Premises under the dotted names of their fields, for a form to start with. */
export function premisesValues(premises: object | null | undefined): NonNullable<FormState["values"]> {
  return Object.fromEntries(Object.entries(premises ?? {}).map(([name, value]) => [`premises.${name}`, String(value)]))
}
