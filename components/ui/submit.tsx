"use client"

import { type ComponentProps, useContext } from "react"
import { useFormStatus } from "react-dom"
import { FormContext } from "@/components/ui/form-context"
import { Icon } from "@/components/ui/icon"
import { type ButtonVariant, buttonStyle } from "@/components/ui/style"

interface SubmitProps extends Omit<ComponentProps<"button">, "type"> {
  variant?: ButtonVariant
}

/** Says what it does, shows that it is being done, and is not heard twice meanwhile. */
export function Submit({ variant, children, ...rest }: SubmitProps) {
  const form = useContext(FormContext)
  const status = useFormStatus()
  const pending = form.pending || status.pending
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={buttonStyle(variant)}
    >
      {pending ? <Icon name="loader-circle" className="motion-safe:animate-spin" /> : null}
      {children}
    </button>
  )
}
