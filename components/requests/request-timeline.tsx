import { type EntryWithFiles, entriesWithFiles } from "@/components/requests/entry-files"
import { authorWords, wordsOf } from "@/components/requests/event-words"
import { FileLink } from "@/components/requests/file-link"
import { foldRounds } from "@/components/requests/fold-rounds"
import { isPictured, isSeen, Picture, viewerOf } from "@/components/requests/thumbnail"
import { Badge } from "@/components/ui/badge"
import { Link, PageLink } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import { Timeline, type TimelineItem } from "@/components/ui/timeline"
import type { Attachment } from "@/lib/requests/attachments/contract"
import type { TimelineEntry } from "@/lib/requests/contract"

/** How many entries a page shows. */
export const ENTRIES_A_PAGE = "50"

interface RequestTimelineProps {
  items: readonly TimelineEntry[]
  /** The page of the request. */
  address: string
  /** Where the part before this one ends, if there is one. */
  earlier: number | null
  /** This is not the last part. */
  isEarlier: boolean
  /** The files of the request, of which some came with messages. */
  files: readonly Attachment[]
  /** Read by the customer, and not by staff. */
  isCustomers?: boolean
}

/** The timeline of a request, oldest first. */
export function RequestTimeline({ items, address, earlier, isEarlier, files, isCustomers }: RequestTimelineProps) {
  const rows = new Map(entriesWithFiles(items, files).map((it) => [it.entry, it]))
  const entries = foldRounds([...rows.keys()]).map((it) => {
    if ("folded" in it) return foldedItem(it.folded)
    return itemOf(rows.get(it) ?? { entry: it, files: [], attached: 0, removed: 0 }, address, isCustomers)
  })
  const before = earlier ? <Link href={`${address}?before=${earlier}`}>Show earlier updates</Link> : null
  const after = isEarlier ? <Link href={address}>Show the latest updates</Link> : null
  return (
    <div className="space-y-3">
      {before}
      <Timeline items={entries} />
      {after}
    </div>
  )
}

function itemOf(
  { entry, files, attached, removed }: EntryWithFiles,
  address: string,
  isCustomers?: boolean,
): TimelineItem {
  const { body: said, ...words } = wordsOf(entry, isCustomers)
  const body = removed > 0 ? `${said ?? ""}\n\n${removedWords(removed)}` : said
  return {
    key: String(entry.id),
    ...words,
    ...(attached > 1 && { title: `${attached} files attached` }),
    meta: <Meta {...entry} />,
    body: files.length > 0 ? <WithFiles text={body} files={files} address={address} /> : body,
  }
}

const removedWords = (files: number): string => (files === 1 ? "A file was removed." : `${files} files were removed.`)

interface WithFilesProps {
  text: string | undefined
  files: readonly Attachment[]
  address: string
}

/** What can be looked at leads there; the rest is saved. */
const WithFiles = ({ text, files, address }: WithFilesProps) => (
  <>
    {text}
    <span className="mt-1 flex flex-wrap items-center gap-2">
      {files.map((file) =>
        isSeen(file) ? (
          <PageLink
            key={file.id}
            href={viewerOf(address, file.id)}
            className={isPictured(file) ? "thumbnail" : "link min-h-target"}
          >
            <span className="sr-only">Look at </span>
            {isPictured(file) ? <Picture id={file.id} name={file.name} /> : <bdi>{file.name}</bdi>}
          </PageLink>
        ) : (
          <FileLink key={file.id} file={file} does="Download" className="link min-h-target" />
        ),
      )}
    </span>
  </>
)

function foldedItem(entries: readonly TimelineEntry[]): TimelineItem {
  const [first, last] = [entries[0], entries.at(-1)]
  return {
    key: `folded ${first?.id}`,
    icon: "siren",
    tone: "danger",
    title: `${first?.kind === "escalated" ? "Escalated" : "Reported again"} ${entries.length} more times`,
    meta: first && last && (
      <>
        <Time value={first.createdAt} /> to <Time value={last.createdAt} />
      </>
    ),
    body: (
      <details>
        <summary className="cursor-pointer">Show each one</summary>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Time value={entry.createdAt} />: {wordsOf(entry).title}
            </li>
          ))}
        </ul>
      </details>
    ),
  }
}

function Meta(entry: TimelineEntry) {
  const { createdAt, visibleToCustomer } = entry
  return (
    <>
      {authorWords(entry)}, <Time value={createdAt} />
      {visibleToCustomer ? null : (
        <span className="ml-2">
          <Badge>Staff only</Badge>
        </span>
      )}
    </>
  )
}
