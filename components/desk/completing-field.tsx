"use client"

import { type ComponentProps, Suspense, useRef, useState } from "react"
import { type Begun, type Completion, typedIn } from "@/components/desk/completion"
import { fetched } from "@/components/ui/fetched"
import { Textarea } from "@/components/ui/textarea"

/** Fetched when something is begun, since most texts are typed to their end. */
const ChoiceList = fetched(() => import("@/components/desk/choice-list").then((it) => it.ChoiceList))

interface CompletingFieldProps extends ComponentProps<typeof Textarea> {
  completion: Completion
}

/** A text field that offers what can be put in place of what has been begun. */
export function CompletingField({ completion, ...rest }: CompletingFieldProps) {
  const [begun, setBegun] = useState<Begun>()
  const dismissed = useRef<string>(undefined)

  function look(field: HTMLTextAreaElement) {
    const typed = typedIn(field, completion)
    if (typed !== dismissed.current) dismissed.current = undefined
    setBegun(typed === undefined || dismissed.current ? undefined : { typed, field })
  }

  function end(typed?: string) {
    dismissed.current = typed
    setBegun(undefined)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what has the focus stands inside
    <div
      className="relative"
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setBegun(undefined)}
    >
      <Textarea
        {...rest}
        onKeyUp={(event) => look(event.currentTarget)}
        onClick={(event) => look(event.currentTarget)}
      />
      {begun ? (
        <Suspense>
          <ChoiceList completion={completion} begun={begun} end={end} />
        </Suspense>
      ) : null}
    </div>
  )
}
