"use client"

import { useState } from "react"
import { Muted } from "@/components/ui/muted"
import { PasswordField } from "@/components/ui/password-field"
import { type CommonFilter, unpackFilter } from "@/lib/identity/passwords/common-filter"
import { type Strength, strengthOf } from "@/lib/identity/passwords/password-strength"

interface NewPasswordFieldProps {
  name: string
  label: string
}

/** A password to choose, with a hint at how strong it seems; the hint stops nobody. */
export function NewPasswordField({ name, label }: NewPasswordFieldProps) {
  const [typed, setTyped] = useState("")
  const [common, setCommon] = useState<CommonFilter>()
  const strength: Strength | undefined = typed === "" ? undefined : strengthOf(typed, common)

  function judge(now: string) {
    if (typed === "") void loadCommon().then(setCommon)
    setTyped(now)
  }

  return (
    <div className="space-y-1.5">
      <PasswordField
        name={name}
        label={label}
        hint="Use 8 characters or more. Three random words make a strong password."
        autoComplete="new-password"
        onType={judge}
      />
      {/* There before it says something, or it would not be heard. */}
      <Muted small aria-live="polite">
        {strength ? <Hint {...HINTS[strength]} /> : null}
      </Muted>
    </div>
  )
}

/** Comes when somebody begins to type, and not before. Without it, the hint knows less. */
const loadCommon = () =>
  import("@/lib/identity/passwords/common-filter.json").then(
    ({ default: { bits } }) => unpackFilter(bits),
    () => undefined,
  )

const HINTS: Record<Strength, { word: string; advice: string }> = {
  short: { word: "Short", advice: "use 8 characters or more." },
  weak: { word: "Weak", advice: "it is easy to guess. Three random words are better." },
  fair: { word: "Fair", advice: "add another word to make it much harder to guess." },
  strong: { word: "Strong", advice: "do not use it for any other account." },
}

const Hint = ({ word, advice }: { word: string; advice: string }) => (
  <>
    <strong className="text-ink">{word}</strong>: {advice}
  </>
)
