import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface AttachmentListProps {
  attachments: readonly Attachment[]
  /** An action for each attachment, such as a button that removes it. */
  actionOf?: (attachment: Attachment) => ReactNode
}

export function AttachmentList({ attachments, actionOf }: AttachmentListProps) {
  if (attachments.length === 0) return <Muted>No files attached.</Muted>
  return (
    <ul className="divide-y divide-line">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
          <Icon
            name={attachment.mediaType.startsWith("image/") ? "file-image" : "file-text"}
            className="size-6 text-muted"
          />
          <div className="min-w-0 flex-1">
            {/* A plain link: what it leads to is a file to save and no page to show. */}
            <a
              href={`/api/v1/attachments/${attachment.id}`}
              download
              className="font-semibold text-accent underline underline-offset-4 hover:text-accent-strong"
            >
              <bdi>{attachment.name}</bdi>
            </a>
            <Muted small>
              {kindOf(attachment.mediaType)}, {sizeInWords(attachment.bytes)}, <Time value={attachment.createdAt} />
            </Muted>
          </div>
          {actionOf?.(attachment)}
        </li>
      ))}
    </ul>
  )
}

const KINDS: Record<string, string> = { "application/pdf": "PDF", "text/plain": "Text" }

const kindOf = (mediaType: string) => KINDS[mediaType] ?? mediaType.replace("image/", "").toUpperCase()

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
