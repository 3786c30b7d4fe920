import { cache } from "react"
import { askedPath, viewer } from "@/lib/http/current-actor"
import { unlessAway } from "@/lib/http/unless-away"
import { readAboutRequest } from "@/lib/oversight/notifications/read-notifications"

/** Marks what the viewer was told of a request as read, once for each page, since they see the request now. */
export const readAbout = cache(async (id: string): Promise<void> => {
  const actor = await viewer()
  if (actor) await unlessAway(() => readAboutRequest(actor, id))
})

const OPENED = /^\/(?:desk\/)?requests\/([0-9a-f-]{36})(?:[/?]|$)|^\/desk\?(?:.*&)?open=([0-9a-f-]{36})/

/** The same for the request that the address of this page names, before the unread ones are counted. */
export async function readAboutThisPage(): Promise<void> {
  const [, page, beside] = OPENED.exec((await askedPath()) ?? "") ?? []
  const id = page ?? beside
  if (id) await readAbout(id)
}
