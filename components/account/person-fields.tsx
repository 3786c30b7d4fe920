import { NewPasswordField } from "@/components/account/new-password-field"
import { Field } from "@/components/ui/field"

interface PersonFieldsProps {
  phoneHint?: string
}

/** Who somebody is and how to reach them. */
export function PersonFields({
  phoneHint = "So that an engineer can call you. For example, 0151 496 0000",
}: PersonFieldsProps) {
  return (
    <>
      <Field name="name" label="Full name" autoComplete="name" spellCheck={false} width="medium" />
      <Field name="phone" label="Phone number" hint={phoneHint} type="tel" autoComplete="tel" width="medium" />
    </>
  )
}

interface CredentialFieldsProps {
  hint?: string
}

/** The email address and password of a new account. */
export function CredentialFields({ hint = "You will use this to sign in" }: CredentialFieldsProps) {
  return (
    <>
      <Field
        name="email"
        label="Email address"
        hint={hint}
        type="email"
        autoComplete="email"
        spellCheck={false}
        width="medium"
      />
      <NewPasswordField name="password" label="Choose a password" />
    </>
  )
}
