import { useContext, useState } from "react"
import { colleagueOption } from "@/components/requests/colleague-option"
import { useColleagues } from "@/components/requests/use-colleagues"
import { Field } from "@/components/ui/field"
import { FormContext } from "@/components/ui/form-context"
import type { Option } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"

interface ActionBarProps {
  /** Whom requests can be assigned to: those on this page of the board, or everybody. */
  people: readonly Option[]
  /** The board with everybody, for browsers without scripts; left out where everybody is there. */
  withEverybody?: string | undefined
  /** Whether anything was ticked. */
  isUsed: boolean
}

/** At the lower edge of the window, whatever is ticked above it. Says so when the person chosen is not there. */
export function ActionBar({ people, withEverybody, isUsed }: ActionBarProps) {
  const { result } = useContext(FormContext)
  const [isOpened, setIsOpened] = useState(false)
  const options = useEverybody(people, withEverybody !== undefined && (isUsed || isOpened))
  // Once the form was accepted nobody is chosen any more.
  const [chosen, setChosen] = useState<{ value: string; after: typeof result }>()
  const warning = chosen?.after === result && options.find(({ value }) => value === chosen?.value)?.hint
  return (
    <div className="action-bar">
      {withEverybody ? (
        <noscript>
          <a href={withEverybody} className="link">
            Show everyone to assign to
          </a>
        </noscript>
      ) : null}
      <Select
        name="assigneeId"
        label="Assign selected to"
        placeholder="Choose a person"
        options={options}
        onFocus={() => setIsOpened(true)}
        onChange={({ target }) => setChosen({ value: target.value, after: result })}
      />
      <Field name="note" label="Note for staff" optional maxLength={2000} />
      <Submit>Assign</Submit>
      <p role="status">{warning ? `${warning}. You can assign to them anyway.` : null}</p>
    </div>
  )
}

/** Everybody by name once they were asked for. What the page says of somebody is newer than what was read once. */
function useEverybody(shown: readonly Option[], asked: boolean): readonly Option[] {
  const colleagues = useColleagues(asked)
  if (!colleagues) return shown
  const known = new Map(shown.map((option) => [option.value, option]))
  return colleagues.map((person) => known.get(person.id) ?? colleagueOption(person))
}
