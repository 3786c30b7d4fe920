import { Siren } from "lucide-react"
import { EmergencyForm } from "@/components/desk/emergency-form"
import { EmergencyItem } from "@/components/desk/emergency-item"
import { EmergencyWatch } from "@/components/desk/emergency-watch"
import { deskAddress } from "@/components/desk/request-filter"
import { PageLink } from "@/components/ui/link"
import { classes } from "@/components/ui/style"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { offerKey } from "@/lib/dispatch/escalation/offer-key"
import type { FormAction } from "@/lib/http/form-state"
import { HAZARD_NAMES } from "@/lib/model/hazard"

/** More of them would leave no room for anything else. */
const MOST_SHOWN = 3

interface EmergencyBannerProps {
  /** Those that nobody has acknowledged yet. */
  emergencies: readonly Emergency[]
  /** There are more than these. */
  more: boolean
  /** Whether all of them are shown, or those offered to the viewer. */
  everybodys: boolean
  /** Left out for those who are given no work. */
  action?: FormAction
}

/** Above every page of the desk, so that nobody has to look for an emergency. */
export function EmergencyBanner({ emergencies, more, everybodys, action }: EmergencyBannerProps) {
  const shown = emergencies.slice(0, MOST_SHOWN)
  const isQuiet = emergencies.length === 0
  const watched = emergencies.map((it) => ({ key: offerKey(it), text: spoken(it) }))
  return (
    <section
      aria-label="Emergencies"
      className={classes("border-b print:hidden", isQuiet ? "border-line" : "on-solid border-alarm bg-alarm")}
    >
      <div className="mx-auto max-w-page space-y-1 px-4 py-1.5 sm:px-6">
        <div
          className={classes(
            "flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1",
            !isQuiet && "text-on-alarm",
          )}
        >
          <p className={classes("flex items-center gap-2", isQuiet ? "text-muted" : "text-lg font-bold")}>
            <Siren aria-hidden className={classes("size-5 shrink-0", !isQuiet && "motion-safe:animate-pulse")} />
            {summaryOf(emergencies.length, more, everybodys)}
          </p>
          <EmergencyWatch emergencies={watched} />
        </div>
        <EmergencyForm action={action}>
          {isQuiet ? null : (
            <ul className="divide-y divide-on-alarm/40">
              {shown.map((emergency) => (
                <EmergencyItem
                  key={emergency.id}
                  emergency={emergency}
                  everybodys={everybodys}
                  takes={Boolean(action)}
                />
              ))}
            </ul>
          )}
        </EmergencyForm>
        {emergencies.length > shown.length ? (
          <p className="py-2 text-on-alarm">
            <PageLink
              href={deskAddress({ priority: "emergency" })}
              className="font-semibold underline underline-offset-4"
            >
              See all emergencies
            </PageLink>
          </p>
        ) : null}
      </div>
    </section>
  )
}

function summaryOf(count: number, more: boolean, everybodys: boolean): string {
  if (count === 0) return everybodys ? "No emergencies" : "No emergencies for you"
  const many = more ? `More than ${count} emergencies` : count === 1 ? "1 emergency" : `${count} emergencies`
  return everybodys ? `${many} to acknowledge` : `${many} for you`
}

/** The announcement for screen readers when an emergency arrives. */
const spoken = ({ title, danger, dueAt, rung }: Emergency): string =>
  `Emergency: ${danger ? `${HAZARD_NAMES[danger.hazard]}, ` : ""}${title}. ${rung === "supervisors" ? "Offered to all supervisors." : `Acknowledge by ${clockTime(dueAt)}.`}`
