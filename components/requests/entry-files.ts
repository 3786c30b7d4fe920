import { whyClosed } from "@/components/requests/file-link"
import { isSeen } from "@/components/requests/thumbnail"
import type { Attachment } from "@/lib/requests/attachments/contract"
import type { TimelineEntry } from "@/lib/requests/contract"

/** Files that somebody attaches within so many milliseconds stand in one entry. */
const TOGETHER_MS = 600_000

/** One or several entries of a timeline as one, with the files that are shown there. */
export interface EntryWithFiles {
  entry: TimelineEntry
  files: readonly Attachment[]
  /** How many files it tells of, where it tells of several. */
  attached: number
  /** How many files that came with it were removed since. */
  removed: number
}

/**
 * Puts the files of a request where they were sent: with their message, or, where they came on their own, with the entry that
 * tells so. What one person attaches in a row is one entry, and a file that is shown with its message has none of its own.
 */
export function entriesWithFiles(items: readonly TimelineEntry[], files: readonly Attachment[]): EntryWithFiles[] {
  const byId = new Map(files.map((file) => [file.id, file]))
  const shown = new Set(items.map(({ id }) => id))
  const removed = removedFrom(items)
  const all: EntryWithFiles[] = []
  for (const entry of items) {
    const file = entry.kind === "attached" ? byId.get(String(entry.data.attachmentId)) : undefined
    const messageId = file?.messageId ?? removed.get(String(entry.data.attachmentId))
    if (entry.kind === "attached" && messageId && shown.has(messageId)) continue
    if (entry.kind !== "attached") {
      const came = files.filter(({ messageId }) => messageId === entry.id)
      const gone = [...removed.values()].filter((messageId) => messageId === entry.id).length
      all.push({ entry, files: came, attached: 0, removed: gone })
      continue
    }
    const opened = file && (isSeen(file) || !whyClosed(file)) ? [file] : []
    const last = all.at(-1)
    // What is not shown is told of by its name, in an entry of its own.
    if (last && last.files.length > 0 && opened.length > 0 && isTogether(last.entry, entry))
      all.splice(-1, 1, { ...last, files: [...last.files, ...opened], attached: last.attached + 1 })
    else all.push({ entry, files: opened, attached: 1, removed: 0 })
  }
  return all
}

/** The messages that files were removed from, by the ids of these files. */
const removedFrom = (items: readonly TimelineEntry[]): Map<string, number> =>
  new Map(
    items
      .filter(({ kind, data }) => kind === "detached" && typeof data.messageId === "number")
      .map(({ data }) => [String(data.attachmentId), Number(data.messageId)]),
  )

const isTogether = (first: TimelineEntry, next: TimelineEntry): boolean =>
  first.kind === "attached" &&
  first.actor?.id === next.actor?.id &&
  first.visibleToCustomer === next.visibleToCustomer &&
  next.createdAt.getTime() - first.createdAt.getTime() < TOGETHER_MS
