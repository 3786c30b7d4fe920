"use client"

import type { Ref } from "react"
import { FieldFrame, type FieldProps } from "@/components/ui/field-frame"
import { useField } from "@/components/ui/form-context"
import { CONTROL, classes } from "@/components/ui/style"

interface FileFieldProps extends FieldProps {
  ref?: Ref<HTMLInputElement>
  /** File name extensions or types, such as ".pdf,image/*". */
  accept?: string
  multiple?: boolean
}

export function FileField({ ref, name, label, hint, optional, heading, accept, multiple }: FileFieldProps) {
  const { control, frame } = useField({ name, hint })
  return (
    <FieldFrame {...{ label, hint, optional, heading, ...frame }}>
      <input
        {...control}
        ref={ref}
        type="file"
        name={multiple ? `${name}[]` : name}
        accept={accept}
        multiple={multiple}
        className={classes(
          CONTROL,
          "cursor-pointer border-dashed file:mr-4 file:cursor-pointer file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent-strong",
        )}
      />
    </FieldFrame>
  )
}
