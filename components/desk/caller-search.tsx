import { NEW_CALL } from "@/components/desk/calls-address"
import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Icon } from "@/components/ui/icon"
import { buttonStyle } from "@/components/ui/style"

interface CallerSearchProps {
  q: string | undefined
  /** The first thing to type in, so that a call can be taken without touching a mouse. */
  first: boolean
}

/** Finds who is calling. */
export const CallerSearch = ({ q, first }: CallerSearchProps) => (
  <search>
    <GetForm action={NEW_CALL} key={q} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 max-w-text grow basis-56">
        <Field
          name="q"
          type="search"
          label="Caller’s phone, name, address or reference"
          defaultValue={q}
          maxLength={100}
          autoFocus={first}
        />
      </div>
      <button type="submit" className={buttonStyle(first ? "primary" : "secondary")}>
        <Icon name="search" />
        Find caller
      </button>
    </GetForm>
  </search>
)
