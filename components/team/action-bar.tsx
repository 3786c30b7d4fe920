import { useContext, useState } from "react"
import { Field } from "@/components/ui/field"
import { FormContext } from "@/components/ui/form-context"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"

/** At the lower edge of the window, whatever is ticked above it. Says so when the person chosen is not there. */
export function ActionBar({ people }: { people: readonly Option[] }) {
  const { result } = useContext(FormContext)
  // Once the form was accepted nobody is chosen any more.
  const [chosen, setChosen] = useState<{ value: string; after: typeof result }>()
  const warning = chosen?.after === result && people.find(({ value }) => value === chosen?.value)?.hint
  return (
    <div className="action-bar">
      <Select
        name="assigneeId"
        label="Assign selected to"
        placeholder="Choose a person"
        options={people}
        onChange={({ target }) => setChosen({ value: target.value, after: result })}
      />
      <Field name="note" label="Note for staff" optional maxLength={2000} />
      <Submit>Assign</Submit>
      <p role="status">{warning ? `${warning}. You can assign to them anyway.` : null}</p>
    </div>
  )
}
