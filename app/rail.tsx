import { NEW_CALL } from "@/components/desk/calls-address"
import { Palette } from "@/components/desk/palette"
import { viewLinks } from "@/components/desk/views"
import { Rail, type RailLink } from "@/components/shell/rail"
import { unlessAway } from "@/lib/http/unless-away"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import { countViews } from "@/lib/requests/count-views"
import { unreadOf } from "./bell"
import { savedLinks } from "./saved-views"

const NEW: RailLink = [NEW_CALL, "New request", "phone-call", ""]
const CUSTOMERS: RailLink = ["/desk/customers", "Customers", "circle-user-round", ""]
const TEAM: RailLink = ["/desk/team", "Team", "user-check", ""]
const OVERVIEW: RailLink = ["/desk/overview", "Overview", "gauge", ""]
const ADMINISTRATION: RailLink = ["/admin", "Administration", "wrench", ""]

const notificationsLink = (unread: number): RailLink => [
  "/notifications",
  "Notifications",
  "bell",
  unread > 0 ? `${unread} unread` : "",
]

/** The rail of staff: their views with live counts, and the pages they may open. */
export async function StaffRail({ actor }: { actor: Actor }) {
  const [counts, saved, unread] = await Promise.all([
    unlessAway(() => countViews(actor)),
    savedLinks(actor),
    unreadOf(actor),
  ])
  const takes = may(actor, "request.take")
  return (
    <div className="contents" data-unread={unread}>
      <Palette reach={{ customers: may(actor, "customer.read"), people: may(actor, "staff.read") }} />
      <Rail
        views={[...viewLinks(actor, may(actor, "request.assign"), counts === "unknown" ? undefined : counts), ...saved]}
        first={[notificationsLink(unread), ...(takes ? [NEW] : [])]}
        pages={[
          ...(may(actor, "customer.read") ? [CUSTOMERS] : []),
          ...(may(actor, "team.read") ? [TEAM] : []),
          ...(may(actor, "report.read") ? [OVERVIEW] : []),
          ...(may(actor, "staff.edit") ? [ADMINISTRATION] : []),
        ]}
      />
    </div>
  )
}
