"use client"

import type { BoardPlace } from "@/components/team/board-address"
import { OpenRequests } from "@/components/team/open-requests"
import type { WorkPage } from "@/components/team/use-work"
import { Card } from "@/components/ui/card"
import { ListLink } from "@/components/ui/link"

/** Somebody's day at a glance, in words made ready: these need the utility's time zone. */
export interface PersonRow {
  id: string
  name: string
  duty: string
  /** Whether it has to be noticed before anything is assigned to them. */
  isAway: boolean
  open: number
  capacity: number
  emergencies: number
  oldest?: { id: string; reference: string; age: string }
}

interface PeopleGridProps {
  people: readonly PersonRow[]
  /** Where the board stands, with nobody's work open. */
  place: BoardPlace
  /** The work of one person, where the address asks for it. */
  opened?: { person: string; work: WorkPage }
}

/** Everybody who can be assigned requests, two lines each, and on demand what of their work could go to others. */
export const PeopleGrid = ({ people, place, opened }: PeopleGridProps) => (
  <Card title="People" flush>
    <ul className="people">
      {people.map((person) => (
        <Person
          key={person.id}
          person={person}
          place={place}
          given={opened?.person === person.id ? opened.work : undefined}
        />
      ))}
    </ul>
  </Card>
)

function Person({ person, place, given }: { person: PersonRow; place: BoardPlace; given?: WorkPage }) {
  const { id, name, duty, isAway, open, capacity, emergencies, oldest } = person
  return (
    <li id={`person-${id}`} data-person={id}>
      <h3 dir="auto">{name}</h3>
      <p className={isAway ? "away" : undefined}>{duty}</p>
      <p>
        <progress aria-hidden max={Math.max(1, capacity)} value={capacity === 0 ? 1 : Math.min(open, capacity)} />
        {`${open} of ${capacity} open${open >= capacity ? ", at capacity" : ""}`}
        {emergencies > 0 ? <b>{emergencies === 1 ? "1 emergency" : `${emergencies} emergencies`}</b> : null}
      </p>
      <p>
        {oldest ? (
          <>
            Oldest <ListLink href={`/desk/requests/${oldest.id}`}>{oldest.reference}</ListLink>
            {`, ${oldest.age} · `}
          </>
        ) : null}
        {open > 0 ? (
          <>
            <ListLink href={`/desk?assignee=${id}`} aria-label={`Requests of ${name}`}>
              Requests
            </ListLink>
            {" · "}
          </>
        ) : null}
        <ListLink href={`/desk/team/${id}/roster`} aria-label={`Roster of ${name}`}>
          Roster
        </ListLink>
      </p>
      {open > 0 ? (
        // Another page of it is another list.
        <OpenRequests key={given ? `from ${given.after}` : "not read"} person={person} place={place} given={given} />
      ) : null}
    </li>
  )
}
