import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { Grip } from "@/components/team/grip"
import { Pick } from "@/components/team/pick"
import { SelectAll } from "@/components/team/select-all"
import { Age } from "@/components/ui/age"
import { Link } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { classes } from "@/components/ui/style"
import type { WorkRow } from "./use-work"

interface WorkListProps {
  rows: readonly WorkRow[]
  folded: boolean
}

/** The requests of one person that can be reassigned. Folded, it still shows the ticked ones. */
export const WorkList = ({ rows, folded }: WorkListProps) => (
  <>
    {folded ? null : <SelectAll />}
    <ul className={classes("mt-2 space-y-3", folded && "[&>li:not(:has(:checked))]:hidden")}>
      {rows.map((it) => (
        <li key={it.id} className="flex items-start gap-3">
          <Grip request={it} />
          <Pick request={it} />
          <span className="min-w-0 space-y-1 wrap-anywhere">
            <Link href={`/desk/requests/${it.id}`}>
              <bdi>{it.title}</bdi>
            </Link>
            <MutedLine>
              <Reference>{it.reference}</Reference> · <Age since={it.createdAt} />
            </MutedLine>
            <PriorityBadge priority={it.priority} />
          </span>
        </li>
      ))}
    </ul>
  </>
)
