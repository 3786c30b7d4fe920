import { Phone } from "lucide-react"
import { Heading } from "@/components/ui/heading"
import { PhoneLink } from "@/components/ui/link"
import type { Hazard } from "@/lib/model/hazard"

interface SafetyCardProps {
  kind: Hazard
  phone: string
}

interface Advice {
  title: string
  steps: { first: string; rest: string }[]
  after: string
}

const ADVICE: Record<Hazard, Advice> = {
  gas: {
    title: "If you smell gas, get out first",
    steps: [
      { first: "Leave now.", rest: "Take everyone with you. Leave doors open behind you." },
      {
        first: "No flames, no switches.",
        rest: "Do not smoke or light anything. Do not touch lights, plugs or doorbells.",
      },
      { first: "Open windows and doors", rest: "only if they are on your way out." },
      { first: "Call us from outside,", rest: "away from the building. Do not use a phone indoors." },
    ],
    after: "Do not go back in until our engineer says it is safe.",
  },
  carbon_monoxide: {
    title: "If a carbon monoxide alarm sounds, get into fresh air",
    steps: [
      { first: "Leave now.", rest: "Take everyone with you. You cannot see or smell carbon monoxide." },
      {
        first: "Turn the appliance off",
        rest: "only if you are beside it and on your way out.",
      },
      { first: "Open windows and doors", rest: "only if they are on your way out." },
      { first: "Call us from outside.", rest: "Headache, dizziness or sickness? Call an ambulance as well." },
    ],
    after: "Do not go back in. Do not use the appliance until our engineer says it is safe.",
  },
}

/** What saves a life comes before any form. */
export function SafetyCard({ kind, phone }: SafetyCardProps) {
  const { title, steps, after } = ADVICE[kind]
  return (
    <section aria-labelledby={`safety-${kind}`} className="on-solid rounded-lg bg-alarm p-5 text-on-alarm sm:p-8">
      <Heading size="page" id={`safety-${kind}`}>
        {title}
      </Heading>
      <ol className="mt-5 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {steps.map(({ first, rest }, index) => (
          <li key={first} className="flex gap-3">
            <span
              aria-hidden
              className="grid size-8 shrink-0 place-items-center rounded-full bg-on-alarm font-bold text-alarm"
            >
              {index + 1}
            </span>
            <p className="pt-0.5">
              <strong>{first}</strong> {rest}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="relative inline-flex items-center gap-2.5 rounded-md bg-on-alarm px-5 py-2.5 text-alarm has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-on-alarm">
          <Phone aria-hidden className="size-5" />
          <span>
            Call{" "}
            <PhoneLink
              number={phone}
              className="text-xl font-bold underline underline-offset-4 outline-none after:absolute after:inset-0"
            />
          </span>
        </span>
        <span>Day and night.</span>
      </p>
      <p className="mt-4">{after}</p>
    </section>
  )
}
