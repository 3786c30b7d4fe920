import type { Metadata } from "next"
import { NotificationRows } from "@/components/account/notification-rows"
import { EmptyState } from "@/components/ui/empty-state"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { buttonStyle } from "@/components/ui/style"
import { signedIn } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { listNotifications } from "@/lib/oversight/notifications/list-notifications"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { toldPath } from "@/lib/oversight/notifications/told-path"
import { readNotifications } from "./actions"

export const metadata: Metadata = { title: "Notifications" }

const list = load(notificationOperations.listNotifications, listNotifications)

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const { role } = await signedIn()
  const { after } = await searchParams
  const { items, next, unread } = await list({ after })
  const [newest] = items
  return (
    <Page width="text">
      <RefreshOnChange />
      <PageTitle
        lede="What has happened, newest first. Kept for 90 days."
        actions={<Link href="/profile/notifications">Change what you are sent</Link>}
      >
        Notifications
      </PageTitle>
      {newest ? (
        <Form action={readNotifications} className="space-y-4">
          {unread > 0 ? (
            <button type="submit" name="upTo" value={newest.id} className={buttonStyle("secondary")}>
              Mark all as read
            </button>
          ) : null}
          <NotificationRows rows={items} hrefOf={(row) => toldPath(role, row)} />
        </Form>
      ) : (
        <EmptyState icon="bell" title={after ? "No older notifications" : "No notifications yet"}>
          {role === "customer" ? "We will tell you here when something happens to your requests." : null}
        </EmptyState>
      )}
      <Pagination
        label="Notifications"
        first={after && "/notifications"}
        next={next && `/notifications?after=${next}`}
      />
    </Page>
  )
}
