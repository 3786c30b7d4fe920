import { ClockBadge } from "@/components/desk/clock-badge"
import { ClockSegments } from "@/components/desk/clock-segments"
import { Card } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { durationInWords } from "@/components/ui/duration"
import { Heading } from "@/components/ui/heading"
import { Time } from "@/components/ui/time"
import { TARGET_NAMES } from "@/lib/model/target"
import type { RequestClock } from "@/lib/oversight/service-levels/contract"

/** How a request stands against what was promised, and why. */
export function ClockCard({ clocks }: { clocks: readonly RequestClock[] }) {
  return (
    <Card title="Service levels">
      <ul className="divide-y divide-line">
        {clocks.map((clock) => (
          <li key={clock.target} className="space-y-2 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Heading level={3} size="item">
                {TARGET_NAMES[clock.target]}
              </Heading>
              <ClockBadge clock={clock} />
            </div>
            <p>
              <Words clock={clock} />
            </p>
            <Disclosure
              summary={
                <>
                  Explain this deadline<span className="sr-only">: {TARGET_NAMES[clock.target].toLowerCase()}</span>
                </>
              }
            >
              <ClockSegments clock={clock} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Words({ clock: { target, state, hours, dueAt, metAt, remaining } }: { clock: RequestClock }) {
  const rest = `${durationInWords(remaining)}${hours === "working" ? " of working hours" : ""}`
  const due = dueAt ? <Time value={dueAt} /> : "in more than two years"
  const met = metAt ? <Time value={metAt} /> : null
  switch (state) {
    case "running":
      return (
        <>
          {TARGET_NAMES[target]} due {due}, {rest} left.
        </>
      )
    case "paused":
      return `Paused while the customer is waited for, ${rest} left.`
    case "met":
      return (
        <>
          Met {met}, with {rest} left.
        </>
      )
    case "breached":
      return met ? (
        <>
          Was due {due}, and met {met}. Late by {rest}.
        </>
      ) : (
        <>
          Was due {due}. Late by {rest}.
        </>
      )
  }
}
