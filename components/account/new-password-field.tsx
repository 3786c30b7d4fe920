"use client"

import { useState } from "react"
import { Muted } from "@/components/ui/muted"
import { PasswordField } from "@/components/ui/password-field"
import { type Strength, strengthOf } from "@/lib/identity/passwords/password-strength"

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
        hint="8 characters or more. Three words that do not belong together make a good one."
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
  short: { word: "Short", advice: "use more characters, and different ones." },
  fair: { word: "Fair", advice: "one more word makes it much harder to guess." },
  strong: { word: "Strong", advice: "keep it for this account alone." },
}

const Hint = ({ word, advice }: { word: string; advice: string }) => (
  <>
    <strong className="text-ink">{word}</strong>: {advice}
  </>
)
