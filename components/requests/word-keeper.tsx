import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { type Keeper, keepWords } from "@/components/requests/keep-typed-words"
import type { UnsentHere } from "@/components/requests/unsent-here"
import type { FormValues } from "@/lib/http/form-state"

/** Something to be said about words that are kept, and what can be done about it. */
export interface KeptNews {
  words: string
  /** Adds what was written in another window. */
  add?: () => void
}

interface WordKeeperProps extends UnsentHere {
  /** What the form is filled with. */
  values: FormValues
}

/** Keeps the words of the form it stands in, and says so. */
export function WordKeeper({ id, kind, text, version, values }: WordKeeperProps) {
  const place = useRef<HTMLSpanElement>(null)
  const keeper = useRef<Keeper>(undefined)
  const [told, tell] = useState<KeptNews>()
  const begun = useRef({ text, version, values })
  begun.current = { text, version, values }

  // Before it is painted: what has been sent since is never in sight.
  useLayoutEffect(() => {
    const form = place.current?.closest("form")
    if (!form) return
    keeper.current = keepWords(form, { id, kind, ...begun.current, tell })
    return keeper.current.end
  }, [id, kind])
  useLayoutEffect(() => keeper.current?.follow({ text, version }), [text, version])
  useEffect(() => keeper.current?.refill(values), [values])

  return (
    <span ref={place}>
      {told?.words}{" "}
      {told?.add ? (
        <button type="button" className="link min-h-target" onClick={told.add}>
          Add it here
        </button>
      ) : null}
    </span>
  )
}
