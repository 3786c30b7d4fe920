import { buttonStyle, classes } from "@/components/ui/style"
import { MOST_TOGETHER } from "@/lib/dispatch/reports/most-together"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"

/** The forms stand once above every page of staff; their buttons, wherever the emergency is shown. */
export const TAKE_FORM = "take-emergency"
export const TAKE_TOGETHER_FORM = "take-emergencies"

interface TakeButtonProps {
  emergency: { id: string; reference: string; version: number; askedAgain?: boolean }
  className?: string
}

/** Says that the viewer looks after an emergency, or has read what was added to one that somebody looks after. */
export const TakeButton = ({ emergency: { askedAgain, reference, ...seen }, className }: TakeButtonProps) => (
  <button
    type="submit"
    form={TAKE_FORM}
    name="chosen"
    value={chosenValue(seen)}
    className={classes(buttonStyle("urgent"), className)}
  >
    {askedAgain ? "I have read it" : "I have it"}
    <span className="sr-only">{` ${reference}`}</span>
  </button>
)

interface TakeAllButtonProps {
  ids: readonly string[]
  versions: readonly number[]
  /** What is around one place. */
  label: string
}

/** The same of all emergencies around one place, as far as they can be taken in one go. */
export function TakeAllButton({ ids, versions, label }: TakeAllButtonProps) {
  const taken = ids.slice(0, MOST_TOGETHER).map((id, i) => chosenValue({ id, version: versions[i] ?? 1 }))
  return (
    <button
      type="submit"
      form={TAKE_TOGETHER_FORM}
      name="chosen"
      value={taken.join(" ")}
      className={buttonStyle("urgent")}
    >
      Take {taken.length < ids.length ? taken.length : `all ${ids.length}`}
      <span className="sr-only"> in {label}</span>
    </button>
  )
}
