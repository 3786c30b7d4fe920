"use client"

import { type ComponentProps, useContext, useEffect, useRef, useState } from "react"
import { FieldFrame, type FieldProps } from "@/components/ui/field-frame"
import { FormContext, useField } from "@/components/ui/form-context"
import { CONTROL } from "@/components/ui/style"
import { useTypedSooner } from "@/components/ui/use-typed-sooner"

interface TextareaProps extends FieldProps, Omit<ComponentProps<"textarea">, "name" | "id" | "defaultValue"> {
  defaultValue?: string
  /** The most characters taken. More can be typed, so that a pasted text can be cut down by its author. */
  limit?: number
}

export function Textarea({
  name,
  label,
  hint,
  optional,
  heading,
  defaultValue,
  limit,
  rows = 5,
  ...rest
}: TextareaProps) {
  const { text, control, frame } = useField({ name, hint, defaultValue })
  const { pending } = useContext(FormContext)
  const [length, setLength] = useState<number>()
  const field = useRef<HTMLTextAreaElement>(null)
  useTypedSooner(field, control.id)
  // What was sent is not counted any longer. A field stays as long as its form.
  useEffect(() => field.current?.form?.addEventListener("reset", () => setLength(undefined)), [])
  const countId = limit ? `${control.id}-count` : undefined
  return (
    <FieldFrame {...{ label, hint, optional, heading, ...frame }}>
      <textarea
        {...rest}
        {...control}
        ref={field}
        // What is typed while it is being sent would go with what was sent.
        readOnly={pending}
        aria-describedby={[control["aria-describedby"], countId].filter(Boolean).join(" ") || undefined}
        rows={rows}
        defaultValue={text}
        onInput={limit ? (event) => setLength(event.currentTarget.value.length) : undefined}
        className={CONTROL}
      />
      {limit ? <Count id={countId} limit={limit} length={length} /> : null}
    </FieldFrame>
  )
}

function Count({ id, limit, length }: { id?: string; limit: number; length?: number }) {
  const left = length === undefined ? undefined : limit - length
  return (
    <>
      <p id={id} className={left !== undefined && left < 0 ? "font-semibold text-danger" : "text-sm text-muted"}>
        {left === undefined ? `You can enter up to ${limit.toLocaleString("en")} characters` : remaining(left)}
      </p>
      {/* Said aloud only near the end: a count at each key press drowns everything else. */}
      <p aria-live="polite" className="sr-only">
        {left !== undefined && left <= 50 ? remaining(left) : ""}
      </p>
    </>
  )
}

function remaining(left: number): string {
  const count = Math.abs(left)
  return `You have ${count.toLocaleString("en")} character${count === 1 ? "" : "s"} ${left < 0 ? "too many" : "remaining"}`
}
