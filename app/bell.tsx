import { BellLink } from "@/components/shell/bell-link"
import { unlessAway } from "@/lib/http/unless-away"
import type { Actor } from "@/lib/model/actor"
import { countUnread } from "@/lib/oversight/notifications/list-notifications"
import { readAboutThisPage } from "./read-about"

/**
 * How many notifications somebody has not read, for the bell of customers and for the rail of staff. Both are made by the
 * server and need no script; where a page is refreshed because something has changed, the count comes with it.
 */
export async function unreadOf(actor: Actor): Promise<number> {
  await readAboutThisPage()
  const unread = await unlessAway(() => countUnread(actor))
  return unread === "unknown" ? 0 : unread
}

export const Bell = async ({ actor }: { actor: Actor }) => <BellLink unread={await unreadOf(actor)} />
