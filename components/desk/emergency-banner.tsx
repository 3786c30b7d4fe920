import { againOf } from "@/components/desk/again-of"
import { EmergencyFold } from "@/components/desk/emergency-fold"
import { EmergencyList, ON_WIDE } from "@/components/desk/emergency-list"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { EmergencyWatch } from "@/components/desk/emergency-watch"
import { dangerName, isOfferedTo, offeredWords } from "@/components/desk/emergency-words"
import { deskAddress } from "@/components/desk/request-filter"
import { TakeForms } from "@/components/desk/take-forms"
import type { WatchedCheck } from "@/components/desk/watch-news"
import { addressLine } from "@/components/requests/premises-text"
import { Icon } from "@/components/ui/icon"
import { PageLink } from "@/components/ui/link"
import { classes } from "@/components/ui/style"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { offerKey } from "@/lib/dispatch/escalation/offer-key"
import type { FormAction } from "@/lib/http/form-state"

interface EmergencyBannerProps {
  /** Those that nobody has acknowledged yet. */
  emergencies: readonly Emergency[]
  /** There are more than these. */
  more: boolean
  /** The open checks for danger, which are watched with them. */
  checks: readonly WatchedCheck[]
  viewer: EmergencyViewer
  takeOne: FormAction
  takeAll: FormAction
}

/** Above every page that staff see, so that nobody has to look for an emergency. */
export function EmergencyBanner({ emergencies, more, checks, viewer, takeOne, takeAll }: EmergencyBannerProps) {
  const isQuiet = emergencies.length === 0
  const watched = emergencies.map((it) => ({
    key: offerKey(it),
    again: it.reportedAgain,
    version: it.version,
    isOffered: isOfferedTo(it, viewer),
    round: `${it.id} ${it.round}`,
    text: spoken(it, viewer),
  }))
  return (
    <section aria-label="Emergencies" className={classes("emergency-banner", !isQuiet && "on-solid")}>
      <div className="says">
        <p>
          <Icon name="siren" />
          {summaryOf(emergencies.length, more, viewer.everybodys)}
        </p>
        <EmergencyWatch emergencies={watched} checks={checks} />
      </div>
      {viewer.takes ? <TakeForms takeOne={takeOne} takeAll={takeAll} /> : null}
      {isQuiet ? null : (
        <EmergencyFold count={emergencies.length}>
          <EmergencyList emergencies={emergencies} viewer={viewer} />
          {more || emergencies.length > ON_WIDE ? (
            <p className={classes("order-2 py-1.5", !more && "hidden lg:block")}>
              <PageLink href={deskAddress({ priority: "emergency" })} className="font-semibold underline">
                {more ? "See all emergencies" : `${emergencies.length - ON_WIDE} more in the list`}
              </PageLink>
            </p>
          ) : null}
        </EmergencyFold>
      )}
    </section>
  )
}

function summaryOf(count: number, more: boolean, everybodys: boolean): string {
  // Those that are acknowledged are counted elsewhere on the page.
  if (count === 0) return everybodys ? "No emergencies to acknowledge" : "No emergencies for you to acknowledge"
  const many = more ? `More than ${count} emergencies` : count === 1 ? "1 emergency" : `${count} emergencies`
  return everybodys ? `${many} to acknowledge` : `${many} for you`
}

/** The announcement for screen readers when an emergency arrives or is reported again. */
function spoken(emergency: Emergency, { id }: EmergencyViewer): string {
  const { premises, dueAt, reportedAgain } = emergency
  const again = reportedAgain > 0 ? ` ${againOf(premises, emergency)}.` : ""
  return `Emergency: ${dangerName(emergency)}, ${addressLine(premises)}.${again} ${offeredWords(emergency, id)} until ${clockTime(dueAt)}.`
}
