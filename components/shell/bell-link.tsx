import { Icon } from "@/components/ui/icon"

/** Nobody needs to know whether it is 120 or 130. */
const MOST_SHOWN = 99

/** Leads to the notifications and says how many are unread. */
export const BellLink = ({ unread }: { unread: number }) => (
  <a
    href="/notifications"
    id="bell"
    data-unread={unread}
    title="Notifications"
    className="relative inline-flex min-h-11 min-w-11 items-center justify-center text-muted hover:text-ink"
  >
    <Icon name="bell" className="size-5" />
    <span className="sr-only">Notifications{unread > 0 ? ":" : ""}</span>
    {unread > 0 ? (
      <>
        {" "}
        <b className="bell-count">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</b>
        <span className="sr-only"> unread</span>
      </>
    ) : null}
  </a>
)
