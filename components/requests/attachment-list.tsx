import type { ReactNode } from "react"
import { FileLink, whyClosed } from "@/components/requests/file-link"
import { isUnreadable, Thumbnail, UNREADABLE } from "@/components/requests/thumbnail"
import { VideoPlayer } from "@/components/requests/video-player"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import { isOpenable, isVideo } from "@/lib/model/attachment"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface AttachmentListProps {
  attachments: readonly Attachment[]
  /** The page of their request, where each can be looked at. */
  address?: string
  /** An action for each attachment, such as a button that removes it. */
  actionOf?: (attachment: Attachment) => ReactNode
}

export function AttachmentList({ attachments, address, actionOf }: AttachmentListProps) {
  if (attachments.length === 0) return <Muted>No files attached.</Muted>
  return (
    <ul className="divide-y divide-line">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
          <Thumbnail file={attachment} address={address} />
          <div className="min-w-0 grow basis-40">
            <FileLink
              file={attachment}
              className="font-semibold text-accent underline underline-offset-4 hover:text-accent-strong"
            />
            <Muted small>
              {kindOf(attachment.mediaType)}, {sizeInWords(attachment.bytes)}, <Time value={attachment.createdAt} />
            </Muted>
            {isUnreadable(attachment) && !whyClosed(attachment) ? (
              <Muted small>
                {UNREADABLE}.{isOwn(attachment) ? " Check it and add it again." : null}
              </Muted>
            ) : null}
          </div>
          {actionOf ? <div className="ml-auto">{actionOf(attachment)}</div> : null}
          {isVideo(attachment.mediaType) && isOpenable(attachment.scan) ? <VideoPlayer {...attachment} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Whether whoever looks at it has sent it and can replace it. Files of a request that is not sent yet are theirs. */
const isOwn = ({ from, removal }: Attachment): boolean => from === undefined || removal === "free"

const KINDS: Record<string, string> = {
  "application/pdf": "PDF",
  "text/plain": "Text",
  "video/quicktime": "MOV video",
  "video/mp4": "MP4 video",
  "video/webm": "WebM video",
}

const kindOf = (mediaType: string) => KINDS[mediaType] ?? mediaType.replace("image/", "").toUpperCase()

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
