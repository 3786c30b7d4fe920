import { aroundPlaces, aroundWords, type PlaceGroup } from "@/components/desk/around-place"
import { EmergencyItem } from "@/components/desk/emergency-item"
import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { dangerWords, peopleWords } from "@/components/desk/emergency-words"
import { offerOf } from "@/components/desk/offer-of"
import { TakeAllButton } from "@/components/requests/take-button"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

interface EmergencyListProps {
  emergencies: readonly Emergency[]
  viewer: EmergencyViewer
}

/** Each emergency is one line, and those around one place stand together. */
export const EmergencyList = ({ emergencies, viewer }: EmergencyListProps) => (
  <ul className="emergency-rows">
    {aroundPlaces(emergencies, viewer.id).map((group) =>
      group.around ? (
        <Place key={group.key} group={group} around={group.around} viewer={viewer} />
      ) : (
        group.emergencies.map((it) => item(it, viewer))
      ),
    )}
  </ul>
)

interface PlaceProps {
  group: PlaceGroup
  around: NonNullable<Emergency["around"]>
  viewer: EmergencyViewer
}

function Place({ group: { emergencies }, around, viewer }: PlaceProps) {
  const { label, ids, versions, reports } = around
  return (
    <li>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1.5 *:last:ml-auto">
        <p className="grow font-bold">
          {aroundWords(around)}
          {ids.length < reports ? <span className="font-normal">, {reports - ids.length} already taken</span> : null}
        </p>
        {viewer.takes && ids.length > 1 ? <TakeAllButton ids={ids} versions={versions} label={label} /> : null}
      </div>
      <ul className="emergency-rows border-l-4 border-current pl-3">{emergencies.map((it) => item(it, viewer))}</ul>
    </li>
  )
}

/** Sends the browser nothing of an emergency that its line does not show. */
function item(emergency: Emergency, viewer: EmergencyViewer) {
  const { id, reference, title, premises, customer, createdAt, reportedAgain, reports, added } = emergency
  const { version, askedAgain } = emergency
  const facts = { id, version, askedAgain, reference, title, premises, customer, createdAt }
  const shown = { ...facts, reportedAgain, reports, added }
  return (
    <EmergencyItem
      key={id}
      emergency={shown}
      danger={dangerWords(emergency)}
      people={peopleWords(emergency)}
      offer={offerOf(emergency, viewer)}
      viewer={viewer}
    />
  )
}
