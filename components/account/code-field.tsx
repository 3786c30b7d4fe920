import { Field } from "@/components/ui/field"

/** Six digits, which phones offer a keyboard of digits for and can fill in by themselves. */
export function CodeField({ hint = "6 digits. The code changes every 30 seconds." }: { hint?: string }) {
  return (
    <Field
      name="code"
      label="Code from your app"
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      width="short"
    />
  )
}

export function RecoveryCodeField() {
  return (
    <Field
      name="code"
      label="Recovery code"
      hint="15 letters and digits. You can leave out hyphens and use small letters."
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      width="medium"
    />
  )
}
