"use client"

import { Fragment } from "react"
import { type FieldProps, GroupFrame } from "@/components/ui/field-frame"
import { useField } from "@/components/ui/form-context"
import { Muted } from "@/components/ui/muted"
import { grouped, type Option } from "@/components/ui/options"
import { classes } from "@/components/ui/style"

interface RadiosProps extends FieldProps {
  options: readonly Option[]
  defaultValue?: string
  /** Side by side, for two or three short answers. */
  inline?: boolean
}

/** One of a few. */
export const Radios = ({ defaultValue, ...rest }: RadiosProps) => (
  <Choices type="radio" defaultValue={defaultValue} {...rest} />
)

interface CheckboxesProps extends FieldProps {
  options: readonly Option[]
  defaultValue?: string[]
  inline?: boolean
}

/** Any of a few; always read as a list, also when one is ticked. */
export const Checkboxes = (props: CheckboxesProps) => <Choices type="checkbox" {...props} />

interface ChoicesProps extends FieldProps {
  type: "radio" | "checkbox"
  options: readonly Option[]
  defaultValue?: string | string[]
  inline?: boolean
}

function Choices({ type, name, label, hint, optional, heading, options, defaultValue, inline }: ChoicesProps) {
  const { chosen, control, frame } = useField({ name, hint, defaultValue })
  const first = options[0]?.value
  return (
    <GroupFrame {...{ label, hint, optional, heading, ...frame }}>
      {/* Says that the question was asked, also when nothing is ticked. */}
      {type === "checkbox" ? <input type="hidden" name={`${name}[]`} value="" /> : null}
      <div className={classes("pt-1", inline ? "flex flex-wrap gap-3" : "space-y-2")}>
        {grouped(options).map((group) => (
          <Fragment key={group.name ?? group.options[0]?.value}>
            {group.name ? <p className="pt-3 text-sm font-semibold text-muted">{group.name}</p> : null}
            {group.options.map((option) => (
              <Choice
                key={option.value}
                type={type}
                option={option}
                // A summary links to the field's name, so the first choice carries it as its id.
                id={option.value === first ? control.id : `${control.id}-${option.value}`}
                name={type === "checkbox" ? `${name}[]` : name}
                checked={chosen.includes(option.value)}
                invalid={frame.error !== undefined}
              />
            ))}
          </Fragment>
        ))}
      </div>
    </GroupFrame>
  )
}

interface ChoiceProps {
  type: "radio" | "checkbox"
  option: Option
  id: string
  name: string
  checked: boolean
  invalid: boolean
}

function Choice({ type, option, id, name, checked, invalid }: ChoiceProps) {
  const hintId = option.hint ? `${id}-hint-${option.value}` : undefined
  return (
    <div className="relative flex items-start gap-3 rounded-md border border-line bg-surface px-4 py-2.5 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-invalid={type === "checkbox" && invalid ? true : undefined}
        aria-describedby={hintId}
        className="relative z-1 mt-0.5 size-5 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        {/* The label covers the whole row, so that any of it can be pressed. */}
        <label htmlFor={id} className="cursor-pointer after:absolute after:inset-0">
          {option.label}
        </label>
        {option.hint ? (
          <Muted small id={hintId}>
            {option.hint}
          </Muted>
        ) : null}
      </div>
    </div>
  )
}
