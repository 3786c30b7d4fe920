import { againOf } from "@/components/desk/again-of"
import { aroundPlaces, aroundWords, type PlaceGroup } from "@/components/desk/around-place"
import { EmergencyItem } from "@/components/desk/emergency-item"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { dangerWords, peopleWords } from "@/components/desk/emergency-words"
import { offerOf } from "@/components/desk/offer-of"
import { addressLine } from "@/components/requests/premises-text"
import { TakeAllButton } from "@/components/requests/take-button"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

/** So many stand on a wide screen until all are asked for; the list of emergencies has the rest as well. */
export const ON_WIDE = 7

interface EmergencyListProps {
  emergencies: readonly Emergency[]
  viewer: EmergencyViewer
}

/** Each emergency is one line, and those around one place stand together. */
export function EmergencyList({ emergencies, viewer }: EmergencyListProps) {
  let before = 0
  const groups = aroundPlaces(emergencies, viewer).map((group) => {
    const room = Math.max(0, ON_WIDE - before)
    before += group.emergencies.length
    return { ...group, room }
  })
  return (
    <ul className="emergency-rows">
      {groups.map((group) =>
        group.around ? (
          <Place key={group.key} group={group} around={group.around} viewer={viewer} />
        ) : (
          group.emergencies.map((it, at) => item(it, viewer, at >= group.room))
        ),
      )}
    </ul>
  )
}

interface PlaceProps {
  /** With how many of them there is room for on a wide screen. */
  group: PlaceGroup & { room: number }
  around: NonNullable<Emergency["around"]>
  viewer: EmergencyViewer
}

function Place({ group: { emergencies, room }, around, viewer }: PlaceProps) {
  const { label, ids, versions, reports } = around
  return (
    <li className={room > 0 ? undefined : "later"}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1.5 *:last:ml-auto">
        <p className="grow font-bold max-sm:text-sm max-sm:leading-snug">
          {aroundWords(around)}
          {ids.length < reports ? <span className="font-normal">, {reports - ids.length} already taken</span> : null}
        </p>
        {viewer.takes && ids.length > 1 ? <TakeAllButton ids={ids} versions={versions} label={label} /> : null}
      </div>
      <ul className="emergency-rows border-l-4 border-current pl-3">
        {emergencies.map((it, at) => item(it, viewer, at >= room))}
      </ul>
    </li>
  )
}

/** Sends the browser nothing of an emergency that its line does not show, and no names of what there is nothing to say of. */
function item(emergency: Emergency, viewer: EmergencyViewer, later: boolean) {
  const { id, reference, title, premises, customer, createdAt, reportedAgain, reports, added } = emergency
  const { version, askedAgain } = emergency
  const people = peopleWords(emergency)
  const facts = {
    ...{ id, version, reference, title, customer, createdAt },
    ...(askedAgain && { askedAgain }),
    ...(reportedAgain > 0 && { reportedAgain }),
    ...(reports.length > 0 && { reports }),
    ...(added && { added }),
  }
  return (
    <EmergencyItem
      key={id}
      emergency={facts}
      address={addressLine(premises)}
      danger={dangerWords(emergency)}
      offer={offerOf(emergency, viewer)}
      {...(people && { people })}
      {...(reportedAgain > 0 && { again: againOf(premises, emergency) })}
      {...(viewer.everybodys && { everybodys: true })}
      {...(viewer.takes && { takes: true })}
      {...(later && { later })}
    />
  )
}
