"use client"

import { useEffect, useState } from "react"
import { playTone, watchTone } from "@/components/desk/tone"
import { useSound } from "@/components/desk/use-sound"
import { Icon } from "@/components/ui/icon"

const BUTTON =
  "min-h-9 cursor-pointer rounded-md border-2 border-current px-3 text-sm font-semibold underline-offset-4 hover:underline xl:min-h-11 xl:text-base"

/** Asks once in each browser whether emergencies may be heard, and says so when the browser does not let them be. */
export function SoundControl() {
  const [sound, setSound] = useSound()
  const isSilenced = useSilenced(sound === "on")
  function choose(next: "on" | "off") {
    setSound(next)
    if (next === "on") void playTone("emergency")
  }
  if (sound === undefined) return null
  if (sound === "not asked")
    return (
      <fieldset className="flex min-h-11 items-center gap-x-3">
        {/* With less room it would be a line more than the answer, which moves the page. */}
        <legend className="sr-only xl:not-sr-only xl:float-left xl:flex xl:min-h-11 xl:items-center xl:gap-2 xl:pr-3 xl:font-semibold">
          <Icon name="volume-2" className="size-5" />
          Sound an alarm for emergencies?
        </legend>
        <button type="button" onClick={() => choose("on")} className={BUTTON}>
          <Icon name="volume-2" className="mr-1.5 inline size-4 xl:hidden" />
          Turn on sound
        </button>
        <button type="button" onClick={() => choose("off")} className={BUTTON}>
          Not now
        </button>
      </fieldset>
    )
  const isOn = sound === "on"
  const icon = isOn && !isSilenced ? "volume-2" : "volume-x"
  return (
    <>
      <p role="status" className="not-empty:mr-4">
        {isSilenced ? "Your browser allows sound after you click or press a key." : null}
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => choose(isOn ? "off" : "on")}
        className="inline-flex min-h-11 cursor-pointer items-center gap-2 underline-offset-4 hover:underline"
      >
        <Icon name={icon} className="size-5" />
        <span>
          Emergency sound<span aria-hidden>: {isOn ? "on" : "off"}</span>
        </span>
      </button>
    </>
  )
}

/** Whether sound is wanted and the browser holds it back, as many do until somebody has touched the page. */
function useSilenced(wanted: boolean): boolean {
  const [isSilenced, setIsSilenced] = useState(false)
  useEffect(() => {
    if (wanted) return watchTone((isAudible) => setIsSilenced(!isAudible))
    setIsSilenced(false)
  }, [wanted])
  return isSilenced
}
