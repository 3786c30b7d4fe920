import { ADVICE } from "@/components/requests/safety-card"
import { Notice } from "@/components/ui/notice"
import type { Hazard } from "@/lib/model/hazard"

/** What to tell a caller in danger. They have called already, so that no number stands here but that for the injured. */
export const CallAdvice = ({ hazard }: { hazard: Hazard }) => (
  <Notice tone="warning" title="Tell the caller">
    <ol className="list-decimal space-y-1 ps-5">
      {ADVICE[hazard].steps.map(({ first, rest }) => (
        <li key={first}>
          <b>{first}</b> {rest}
        </li>
      ))}
    </ol>
    <p className="pt-1">{ADVICE[hazard].after}</p>
  </Notice>
)
