import { Icon } from "@/components/ui/icon"
import { PageLink } from "@/components/ui/link"
import { isOpenable, isVideo } from "@/lib/model/attachment"
import { isPhoto } from "@/lib/model/picture"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface ThumbnailProps {
  file: Attachment
  /** The page of its request, where there is one that shows files. */
  address?: string | undefined
}

/** Whether there is a picture of it that everybody may see who sees its request. */
export const isPictured = ({ picture, scan }: Attachment): boolean => picture === "made" && isOpenable(scan)

/** Whether a file is looked at as a picture or a page, which can be turned and enlarged. */
export const isTurnable = (file: Attachment): boolean =>
  isPictured(file) || (file.mediaType === "application/pdf" && isOpenable(file.scan))

/** Whether a file has something to look at. */
export const isSeen = (file: Attachment): boolean =>
  isTurnable(file) || (isVideo(file.mediaType) && isOpenable(file.scan))

export const UNREADABLE = "We could not open this photo. It may be damaged"

/** Whether no picture could be made of a photo, as of one that is damaged. */
export const isUnreadable = ({
  picture,
  mediaType,
  scan,
}: Pick<Attachment, "picture" | "mediaType" | "scan">): boolean =>
  picture === "none" && isPhoto(mediaType) && isOpenable(scan)

/** Where the files of a request are looked at. */
export const viewerOf = (address: string, id: string): string => `${address}/files/${id}`

/** A small picture of a photo, or what kind of file it is, in a box of one size. */
export function Thumbnail({ file, address }: ThumbnailProps) {
  const { id, name, mediaType } = file
  const shown = isPictured(file) ? (
    <Picture id={id} name={name} />
  ) : (
    <Icon name={mediaType.startsWith("image/") ? "file-image" : "file-text"} />
  )
  if (!(address && isSeen(file))) return <span className="thumbnail">{shown}</span>
  return (
    <PageLink id={`file-${id}`} href={viewerOf(address, id)} className="thumbnail">
      <span className="sr-only">{isPictured(file) ? "View " : `View ${name}`}</span>
      {shown}
    </PageLink>
  )
}

export const Picture = ({ id, name }: Pick<Attachment, "id" | "name">) => (
  // biome-ignore lint/performance/noImgElement: it is small already, and only its reader may have it
  <img src={`/api/v1/attachments/${id}/pictures/small`} alt={name} width="64" height="64" loading="lazy" />
)
