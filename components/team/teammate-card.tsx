"use client"

import type { ReactNode } from "react"
import { Reference } from "@/components/requests/reference"
import type { BoardPlace } from "@/components/team/board-address"
import { LoadBar } from "@/components/team/load-bar"
import { OpenRequests } from "@/components/team/open-requests"
import type { WorkPage } from "@/components/team/use-work"
import { Age } from "@/components/ui/age"
import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import type { Teammate, Work } from "@/lib/dispatch/team/contract"

interface TeammateCardProps {
  teammate: Omit<Teammate, "duty" | "oldest"> & { oldest: Pick<Work, "id" | "reference" | "createdAt"> | null }
  /** Whether they are there, in words: these need the utility's time zone. */
  duty: ReactNode
  /** Where the board stands, with nobody's work open. */
  place: BoardPlace
  /** Their work, where the address asks for it. */
  given?: WorkPage
}

/** Somebody's day at a glance, and on demand what of their work could be given to others. */
export function TeammateCard({ teammate, duty, place, given }: TeammateCardProps) {
  const { id, name, open, capacity, emergencies, oldest } = teammate
  return (
    <Card
      title={name}
      actions={
        <Link href={`/desk/team/${id}/roster`}>
          Roster
          <span className="sr-only">
            {" "}
            of <bdi>{name}</bdi>
          </span>
        </Link>
      }
    >
      <div className="space-y-3">
        <p>{duty}</p>
        <LoadBar open={open} capacity={capacity} />
        {emergencies > 0 ? (
          <p>
            <Badge tone="danger">{emergencies === 1 ? "1 emergency" : `${emergencies} emergencies`}</Badge>
          </p>
        ) : null}
        {oldest ? (
          <p>
            Oldest:{" "}
            <Link href={`/desk/requests/${oldest.id}`}>
              <Reference>{oldest.reference}</Reference>
            </Link>
            , <Age since={oldest.createdAt} />
          </p>
        ) : null}
        {open > 0 ? (
          // Another page of it is another list.
          <OpenRequests
            key={given ? `from ${given.after}` : "not read"}
            person={{ id, name, open }}
            place={place}
            given={given}
          />
        ) : null}
      </div>
    </Card>
  )
}
