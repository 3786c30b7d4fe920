import type { UnsentFile } from "@/components/requests/files-to-send"
import type { ServiceRequest, TimelineEntry } from "@/lib/requests/contract"

/** Whoever attached a file longer ago has done so for itself. */
const LATELY_MS = 3_600_000

/** The files that somebody has attached to a request lately and has not sent with a message. */
export function unsentFiles(
  viewer: { id: string },
  { attachments }: Pick<ServiceRequest, "attachments">,
  timeline: readonly TimelineEntry[],
): UnsentFile[] {
  const theirs = new Set(
    timeline
      .filter(({ kind, actor }) => kind === "attached" && actor?.id === viewer.id)
      .map(({ data }) => data.attachmentId),
  )
  const isUnsent = ({ id, messageId, createdAt }: ServiceRequest["attachments"][number]) =>
    !messageId && theirs.has(id) && createdAt.getTime() > Date.now() - LATELY_MS
  return attachments.filter(isUnsent).map(({ id, name }) => ({ id, name }))
}
