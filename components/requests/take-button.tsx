import { buttonStyle, classes } from "@/components/ui/style"
import { MOST_TOGETHER } from "@/lib/dispatch/reports/most-together"

/** The forms stand once above every page of staff; their buttons, wherever the emergency is shown. */
export const TAKE_FORM = "take-emergency"
export const TAKE_TOGETHER_FORM = "take-emergencies"

interface TakeButtonProps {
  emergency: { id: string; reference: string }
  className?: string
}

/** Says that the viewer looks after an emergency. */
export const TakeButton = ({ emergency: { id, reference }, className }: TakeButtonProps) => (
  <button type="submit" form={TAKE_FORM} name="id" value={id} className={classes(buttonStyle("urgent"), className)}>
    I have it<span className="sr-only"> {reference}</span>
  </button>
)

interface TakeAllButtonProps {
  ids: readonly string[]
  /** What is around one place. */
  label: string
}

/** The same of all emergencies around one place, as far as they can be taken in one go. */
export function TakeAllButton({ ids, label }: TakeAllButtonProps) {
  const taken = ids.slice(0, MOST_TOGETHER)
  return (
    <button
      type="submit"
      form={TAKE_TOGETHER_FORM}
      name="ids"
      value={taken.join(" ")}
      className={buttonStyle("urgent")}
    >
      Take {taken.length < ids.length ? taken.length : `all ${ids.length}`}
      <span className="sr-only"> in {label}</span>
    </button>
  )
}
