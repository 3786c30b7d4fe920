import { ListLink } from "@/components/ui/link"
import { PANEL } from "@/components/ui/style"
import { Time } from "@/components/ui/time"
import { CATEGORIES } from "@/lib/model/category"
import type { Notification } from "@/lib/oversight/notifications/contract"

interface NotificationRowsProps {
  rows: readonly Notification[]
  /** Where the request of a row is. */
  hrefOf: (row: Notification) => string
}

/** Stands in a form, whose buttons mark single rows as read. */
export const NotificationRows = ({ rows, hrefOf }: NotificationRowsProps) => (
  <ul className={`${PANEL} divide-y divide-line overflow-hidden`}>
    {rows.map((row) => (
      <li key={row.id} className={row.readAt ? "notification-row" : "notification-row notification-new"}>
        <div className="min-w-0 grow">
          <p>
            {row.readAt ? null : <span className="sr-only">Unread: </span>}
            {row.category || row.requestId === null ? <ListLink href={hrefOf(row)}>{row.text}</ListLink> : row.text}
          </p>
          <p className="second-line">
            {row.reference ? `${row.reference} · ` : null}
            {row.title ? (
              <>
                <bdi className="wrap-anywhere">{row.title}</bdi> ·{" "}
              </>
            ) : row.category ? (
              `${CATEGORIES[row.category].name} · `
            ) : null}
            <Time value={row.createdAt} />
          </p>
        </div>
        {row.readAt ? null : (
          <button type="submit" name="ids[]" value={row.id} className="link min-h-target shrink-0 cursor-pointer">
            Mark as read
            <span className="sr-only">
              : {row.text}, {row.reference}
            </span>
          </button>
        )}
      </li>
    ))}
  </ul>
)
