"use client"

import type { ReactNode } from "react"
import { useField } from "@/components/ui/form-context"

interface CellProps {
  /** The path of both fields. */
  name: string
  /** What both are called, such as "High: resolve". */
  label: string
  time: string
  placeholder?: string
}

/** How long something of a priority may take, and whether working hours count only. */
export function PriorityCell({ name, label, time, working }: CellProps & { working: boolean }) {
  const field = useField({ name: `${name}.working`, defaultValue: working ? "on" : undefined })
  return (
    <LevelCell name={name} label={label} time={time}>
      <label htmlFor={field.frame.id}>
        <input type="checkbox" {...field.control} value="on" defaultChecked={field.chosen.includes("on")} /> Working
        hours
        <span className="sr-only">, {label}</span>
      </label>
    </LevelCell>
  )
}

const HOURS_NAMES = [
  ["", "As priority"],
  ["always", "All hours"],
  ["working", "Working hours"],
] as const

/** The same of a category, which may leave either to its priority. */
export function CategoryCell({ hours, ...cell }: CellProps & { hours: string }) {
  const field = useField({ name: `${cell.name}.hours`, defaultValue: hours })
  return (
    <LevelCell {...cell}>
      <select
        key={field.text}
        {...field.control}
        aria-label={`${cell.label}, hours that count`}
        defaultValue={field.text}
      >
        {HOURS_NAMES.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </LevelCell>
  )
}

function LevelCell({ name, label, time, placeholder, children }: CellProps & { children: ReactNode }) {
  const { text, control, frame } = useField({ name: `${name}.time`, defaultValue: time })
  return (
    <td data-label={label}>
      <div>
        <input
          type="text"
          {...control}
          aria-label={label}
          defaultValue={text}
          placeholder={placeholder}
          autoComplete="off"
          maxLength={40}
        />
        {children}
      </div>
      {frame.error ? (
        <p id={frame.errorId}>
          <span className="sr-only">Error: </span>
          {frame.error}
        </p>
      ) : null}
    </td>
  )
}
