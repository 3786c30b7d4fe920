"use client"

import { useState } from "react"
import { FieldFrame, type FieldProps } from "@/components/ui/field-frame"
import { useField } from "@/components/ui/form-context"
import { buttonStyle, CONTROL } from "@/components/ui/style"
import { useScripted } from "@/components/ui/use-scripted"

interface PasswordFieldProps extends FieldProps {
  autoComplete: "current-password" | "new-password"
  /** Told what stands in the field after each change. */
  onType?: (typed: string) => void
}

/** A password that can be shown, where there is a script to show it; it is never filled in again. */
export function PasswordField({ name, label, hint, optional, heading, autoComplete, onType }: PasswordFieldProps) {
  const { control, frame } = useField({ name, hint })
  const [shown, setShown] = useState(false)
  const scripted = useScripted()
  return (
    <FieldFrame {...{ label, hint, optional, heading, ...frame }}>
      <div className="flex max-w-80 gap-2">
        <input
          {...control}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          onInput={onType && ((event) => onType(event.currentTarget.value))}
          className={CONTROL}
        />
        {scripted ? (
          <button
            type="button"
            aria-controls={control.id}
            aria-label={shown ? "Hide password" : "Show password"}
            onClick={() => setShown(!shown)}
            className={buttonStyle("secondary")}
          >
            {shown ? "Hide" : "Show"}
          </button>
        ) : null}
      </div>
    </FieldFrame>
  )
}
