import { whyClosed } from "@/components/requests/file-link"
import { PdfPages } from "@/components/requests/pdf-pages"
import { isPictured, isUnreadable, UNREADABLE, viewerOf } from "@/components/requests/thumbnail"
import { VideoPlayer } from "@/components/requests/video-player"
import { ViewerKeys } from "@/components/requests/viewer-keys"
import { ViewerLinks } from "@/components/requests/viewer-links"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { BackLink } from "@/components/ui/page"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { buttonStyle } from "@/components/ui/style"
import { isOpenable, isVideo } from "@/lib/model/attachment"
import { isPhoto } from "@/lib/model/picture"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface FileViewerProps {
  /** The request. */
  id: string
  reference: string
  /** The files of the request. */
  files: readonly Attachment[]
  file: Attachment
  /** The page of the request. */
  address: string
  /** How many quarters it is turned to the right, from 0 to 3. */
  turn: number
  /** How close it is shown, from 0, the whole of it, to 2. */
  zoom: number
}

/** One file of a request to look at, and the way to the others. Works without scripts; with them, by keys and fingers too. */
export function FileViewer({ id, reference, files, file, address, turn, zoom }: FileViewerProps) {
  const at = files.indexOf(file)
  const to = (other: Attachment | undefined) => other && `${viewerOf(address, other.id)}#viewer`
  return (
    <div className="viewing">
      <header>
        <BackLink href={`${address}#file-${file.id}`} label={`Back to request ${reference}`} />
        <Heading level={1} size="card">
          <bdi>{file.name}</bdi>
        </Heading>
        <Muted>
          File {at + 1} of {files.length}
        </Muted>
      </header>
      <RefreshOnChange of={id} />
      <ViewerKeys photo={isPictured(file) && zoom === 0 ? file.id : undefined} />
      <Shown file={file} turn={turn} zoom={zoom} />
      <ViewerLinks
        file={file}
        address={address}
        before={to(files[at - 1])}
        after={to(files[at + 1])}
        turn={turn}
        zoom={zoom}
      />
    </div>
  )
}

function Shown({ file, turn, zoom }: Pick<FileViewerProps, "file" | "turn" | "zoom">) {
  const { id, name, mediaType, picture, scan } = file
  if (mediaType === "application/pdf" && isOpenable(scan))
    return <PdfPages key={id} id={id} name={name} turn={turn} zoom={zoom} button={buttonStyle("secondary")} />
  if (isPictured(file))
    return (
      // What scrolls has to be reached by keyboard.
      <figure id="viewer" className="viewer" tabIndex={zoom ? 0 : -1} aria-label={name} data-zoom={zoom || undefined}>
        {/* biome-ignore lint/performance/noImgElement: it is made for this page, and only its reader may have it */}
        <img src={`/api/v1/attachments/${id}/pictures/large`} alt={name} data-turn={turn} draggable={false} />
      </figure>
    )
  return (
    <figure id="viewer" className="viewer" tabIndex={-1} aria-label={name}>
      {isVideo(mediaType) && isOpenable(scan) ? (
        <VideoPlayer id={id} name={name} className="size-full" />
      ) : (
        <p>{whyUnseen({ picture, mediaType, scan }, whyClosed(file))}</p>
      )}
    </figure>
  )
}

function whyUnseen(
  { picture, mediaType, scan }: Pick<Attachment, "picture" | "mediaType" | "scan">,
  closed: string | undefined,
): string | undefined {
  if (!isOpenable(scan)) return closed
  if (picture === null && isPhoto(mediaType)) return "We are preparing this photo. It will appear here in a moment."
  if (isUnreadable({ picture, mediaType, scan })) return `${UNREADABLE}. ${closed ? "" : "You can still download it."}`
  return `There is no preview of this file. ${closed ?? "You can download it."}`
}
