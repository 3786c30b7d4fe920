"use client"

import type { ComponentProps } from "react"
import { FieldFrame, type FieldProps } from "@/components/ui/field-frame"
import { useField } from "@/components/ui/form-context"
import { grouped, type Option } from "@/components/ui/options"
import { CONTROL, classes } from "@/components/ui/style"

interface SelectProps extends FieldProps, Omit<ComponentProps<"select">, "name" | "id" | "defaultValue"> {
  options: readonly Option[]
  /** The first line, which chooses nothing. */
  placeholder?: string
  defaultValue?: string
}

export function Select({
  name,
  label,
  hint,
  optional,
  heading,
  options,
  placeholder,
  defaultValue,
  ...rest
}: SelectProps) {
  const { text, control, frame } = useField({ name, hint, defaultValue })
  return (
    <FieldFrame {...{ label, hint, optional, heading, ...frame }}>
      <select
        // React sets what is chosen on mounting only, and the server may answer with another choice.
        key={text}
        {...rest}
        {...control}
        defaultValue={text}
        className={classes(CONTROL, "max-w-80 pr-8")}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {grouped(options).map((group) =>
          group.name ? (
            <optgroup key={group.name} label={group.name}>
              {group.options.map(toOption)}
            </optgroup>
          ) : (
            group.options.map(toOption)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const toOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)
