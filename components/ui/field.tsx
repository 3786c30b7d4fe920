"use client"

import type { ComponentProps } from "react"
import { FieldFrame, type FieldProps } from "@/components/ui/field-frame"
import { useField } from "@/components/ui/form-context"
import { CONTROL, classes } from "@/components/ui/style"

type InputProps = Omit<ComponentProps<"input">, "name" | "id" | "defaultValue" | "width">

export interface TextFieldProps extends FieldProps, InputProps {
  defaultValue?: string
  /** As wide as the answer is long. */
  width?: "short" | "medium" | "full"
}

const WIDTHS = { short: "max-w-48", medium: "max-w-80", full: "" }

/** One line of text, a number, an email, a phone number or a date: the browser's own control. */
export function Field({
  name,
  label,
  hint,
  optional,
  heading,
  defaultValue,
  width = "full",
  ...input
}: TextFieldProps) {
  const { text, control, frame } = useField({ name, hint, defaultValue })
  return (
    <FieldFrame {...{ label, hint, optional, heading, ...frame }}>
      <input type="text" {...input} {...control} defaultValue={text} className={classes(CONTROL, WIDTHS[width])} />
    </FieldFrame>
  )
}
