import type { Executor } from "@/db/client"
import { fileNews } from "@/db/schema/file-news"
import type { attachments } from "@/db/schema/requests"

/** A statement takes 65,535 parameters. */
const MOST_ROWS = 10_000

type Place = Pick<typeof attachments.$inferSelect, "requestId" | "openDraftId">

/**
 * Has pages that show these files made anew, each once, in the transaction of what has changed about them. One that an upload has just
 * brought is shown nowhere yet.
 */
export async function tellOfFiles(tx: Executor, files: readonly Place[]): Promise<void> {
  const pages = new Map<string, { requestId: string | null; draftId: string | null }>()
  for (const { requestId, openDraftId: draftId } of files) {
    const page = requestId ?? draftId
    if (page) pages.set(page, { requestId, draftId })
  }
  const news = [...pages.values()]
  for (let at = 0; at < news.length; at += MOST_ROWS) await tx.insert(fileNews).values(news.slice(at, at + MOST_ROWS))
}
