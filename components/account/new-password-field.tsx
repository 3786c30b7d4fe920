"use client"

import { useState } from "react"
import { Muted } from "@/components/ui/muted"
import { PasswordField } from "@/components/ui/password-field"
import { type Strength, strengthOf } from "@/lib/identity/accounts/password-strength"

interface NewPasswordFieldProps {
  name: string
  label: string
}

/** A password to choose, with a hint at how strong it seems; the hint stops nobody. */
export function NewPasswordField({ name, label }: NewPasswordFieldProps) {
  const [strength, setStrength] = useState<Strength>()
  return (
    <div className="space-y-1.5">
      <PasswordField
        name={name}
        label={label}
        hint="Use 8 characters or more. Three random words make a strong password."
        autoComplete="new-password"
        onType={(typed) => setStrength(typed === "" ? undefined : strengthOf(typed))}
      />
      {/* There before it says something, or it would not be heard. */}
      <Muted small aria-live="polite">
        {strength ? <Hint {...HINTS[strength]} /> : null}
      </Muted>
    </div>
  )
}

const HINTS: Record<Strength, { word: string; advice: string }> = {
  short: { word: "Short", advice: "use more characters, and a mix of them." },
  fair: { word: "Fair", advice: "add another word to make it much harder to guess." },
  strong: { word: "Strong", advice: "do not use it for any other account." },
}

const Hint = ({ word, advice }: { word: string; advice: string }) => (
  <>
    <strong className="text-ink">{word}</strong>: {advice}
  </>
)
