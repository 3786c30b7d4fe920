import { cache } from "react"
import { asked, unusedIn } from "@/components/desk/asked-list"
import { whole } from "@/components/desk/request-filter"
import { viewAddress } from "@/components/desk/views"
import type { RailLink } from "@/components/shell/rail"
import { unlessAway } from "@/lib/http/unless-away"
import type { Actor } from "@/lib/model/actor"
import { RequestFilter } from "@/lib/requests/contract"
import { countList } from "@/lib/requests/count-list"
import type { SavedView } from "@/lib/requests/saved-views/contract"
import { listViews } from "@/lib/requests/saved-views/list-views"
import { VIEW_COUNT_LIMIT } from "@/lib/requests/view-count"

/** The views that somebody has, read once for a page and its rail. */
export const loadViews = cache(async (actor: Actor): Promise<SavedView[]> => (await listViews(actor)).items)

/** More views than so many are shown without a number. */
const COUNTED = 20
/** More requests are not counted, as in the other views; and so many are looked at for words. */
const BOUNDS = { most: VIEW_COUNT_LIMIT, window: 1000, roughly: true }

/** The saved views as places in the rail, with how many requests each has. */
export async function savedLinks(actor: Actor): Promise<RailLink[]> {
  const views = await unlessAway(() => loadViews(actor))
  if (views === "unknown") return []
  const counts = await Promise.all(views.slice(0, COUNTED).map((view) => unlessAway(() => countOf(actor, view))))
  return views.map((view, at) => {
    const { name, shared } = view
    const count = counts[at]
    return [viewAddress(view), name, shared ? "users-round" : "bookmark", count === "unknown" ? "" : (count ?? "")]
  })
}

/** What a later release no longer takes, such as a team that has another name, is not counted. */
async function countOf(actor: Actor, { filter }: SavedView): Promise<string> {
  const kept = whole(filter)
  const wanted = RequestFilter.safeParse({ ...asked(kept), limit: 1 })
  if (!wanted.success || unusedIn(kept).size > 0) return ""
  const { count, more } = (await countList(actor, wanted.data, BOUNDS)).total
  // None among the first says nothing of the others.
  if (more) return count > 0 ? `${count}+` : ""
  return `${count}`
}
