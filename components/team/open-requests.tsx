"use client"

import { type MouseEvent, useState } from "react"
import { type BoardPlace, boardAddress } from "@/components/team/board-address"
import { useWork, type WorkPage } from "@/components/team/use-work"
import { WorkList } from "@/components/team/work-list"
import { Link, ListLink } from "@/components/ui/link"
import type { Teammate } from "@/lib/dispatch/team/contract"

interface OpenRequestsProps {
  person: Pick<Teammate, "id" | "name" | "open">
  /** Where the board stands, with nobody's work open. */
  place: BoardPlace
  /** The first page, read by the server: without scripts a link opens one person's work. */
  given?: WorkPage
}

/** Somebody's open work, which comes when it is opened, a page at a time. */
export function OpenRequests({ person, place, given }: OpenRequestsProps) {
  const { id, name } = person
  const { work, state, begin, more } = useWork(person, given)
  const [folded, setFolded] = useState(!given)
  const here = boardAddress({ ...place, person: id })

  function toggle() {
    if (folded && !work) void begin()
    setFolded(!folded)
  }

  return (
    <div>
      <ListLink
        href={folded ? here : boardAddress(place)}
        aria-expanded={!folded}
        onClick={(event) => instead(event, toggle)}
      >
        Open requests
        <span className="sr-only">
          {" of "}
          <bdi>{name}</bdi>
        </span>
      </ListLink>
      {work ? <WorkList rows={work.items} folded={folded} /> : null}
      {folded ? null : (
        <div className="flex flex-wrap gap-x-4 pt-2">
          <p role="status">{state === "reading" && !work ? "Loading…" : null}</p>
          {state === "failed" ? <p role="alert">These requests could not be loaded. Try again.</p> : null}
          {work?.after ? <Link href={here}>Back to the first requests</Link> : null}
          {work?.next ? (
            <Link
              href={boardAddress({ ...place, person: id, work: work.next })}
              onClick={(event) => instead(event, more)}
              className="inline-flex min-h-8 items-center"
            >
              Show more
              <span className="sr-only">
                {" "}
                of <bdi>{name}</bdi>
              </span>
            </Link>
          ) : null}
        </div>
      )}
    </div>
  )
}

/** With scripts a link does something on the page; in another tab it leads where it says. */
function instead(event: MouseEvent, act: () => unknown): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  act()
}
