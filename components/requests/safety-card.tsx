import { Heading } from "@/components/ui/heading"
import { Icon } from "@/components/ui/icon"
import { PhoneLink } from "@/components/ui/link"
import type { Hazard } from "@/lib/model/hazard"
import type { SafetyCheck } from "@/lib/model/safety-check"
import { env } from "@/lib/runtime/env"

interface Advice {
  title: string
  steps: { first: string; rest: string }[]
  after: string
}

/** By the public guidance for each hazard. What is said of gas is not said of carbon monoxide: sparks do not light it. */
export const ADVICE: Record<Hazard, Advice> = {
  gas: {
    title: "If you smell gas, get out and call",
    steps: [
      {
        first: "No flames, no switches.",
        rest: "Do not smoke. Do not light anything or touch any switch or doorbell.",
      },
      { first: "Open doors and windows", rest: "if you can do it on your way out." },
      {
        first: "Turn the gas off",
        rest: "at the emergency control valve, if you know where it is and can reach it safely.",
      },
      { first: "Get everyone out", rest: "and call from outside, away from the building." },
    ],
    after: "Do not go back in until our engineer says it is safe. Call 999 for anyone who is hurt.",
  },
  carbon_monoxide: {
    title: "If a carbon monoxide alarm sounds, get into fresh air and call",
    steps: [
      { first: "Get everyone into fresh air.", rest: "You cannot see or smell carbon monoxide." },
      { first: "Turn appliances off", rest: "if you can do it safely on your way out." },
      { first: "Call 999 for anyone who feels ill:", rest: "headache, dizziness, sickness or confusion." },
      { first: "Call us from outside.", rest: "We will send an engineer to find the cause." },
    ],
    after: "Do not go back in, and do not use the appliance, until our engineer says it is safe.",
  },
}

interface SafetyCardProps {
  kind: Hazard
  /** The answer about danger, where it was asked. */
  check?: SafetyCheck | undefined
  /** 1 where it is what the page is about; links to `#call` then lead to the number. */
  level?: 1 | 2
}

/** The number to call and life-saving advice, shown before any form. The number comes first, so that no screen hides it. */
export function SafetyCard({ kind, check, level = 2 }: SafetyCardProps) {
  const { steps, after, ...advice } = ADVICE[kind]
  const title = check === "pipe_hit" ? "If a pipe or meter has been hit, get away and call" : advice.title
  const { EMERGENCY_PHONE: phone, EMERGENCY_TEXTPHONE: textphone } = env()
  return (
    <section aria-labelledby={`safety-${kind}`} className="on-solid rounded-lg bg-alarm p-5 text-on-alarm sm:p-8">
      <Heading level={level} size="page" id={`safety-${kind}`}>
        {title}
      </Heading>
      <p id={level === 1 ? "call" : undefined} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="relative inline-flex max-w-full items-center gap-2.5 rounded-md bg-on-alarm px-5 py-2.5 text-alarm has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-on-alarm">
          <Icon name="phone" className="size-5" />
          <span>
            Call{" "}
            <PhoneLink
              number={phone}
              className="text-xl font-bold underline underline-offset-4 outline-none after:absolute after:inset-0"
            />
          </span>
        </span>
        <span>Day and night, free.</span>
      </p>
      {textphone ? (
        <p className="mt-2">
          Cannot hear or speak on the phone?{" "}
          <PhoneLink number={textphone} className="font-bold underline underline-offset-4" />
        </p>
      ) : null}
      <ol className="mt-5 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {steps.map(({ first, rest }, index) => (
          <li key={first} className="flex gap-3">
            <span
              aria-hidden
              className="grid size-8 shrink-0 place-items-center rounded-full bg-on-alarm font-bold text-alarm"
            >
              {index + 1}
            </span>
            <p className="min-w-0 pt-0.5">
              <strong>{first}</strong> {rest}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-5">{after}</p>
    </section>
  )
}
