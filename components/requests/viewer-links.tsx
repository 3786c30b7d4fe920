import { whyClosed } from "@/components/requests/file-link"
import { isTurnable, viewerOf } from "@/components/requests/thumbnail"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { buttonStyle } from "@/components/ui/style"
import type { Attachment } from "@/lib/requests/attachments/contract"

const CLOSEST = 2

interface ViewerLinksProps {
  file: Attachment
  /** The page of the request. */
  address: string
  /** Where the file before it is looked at, if there is one. */
  before: string | undefined
  after: string | undefined
  turn: number
  zoom: number
}

/** What can be done with a file that is looked at. Plain links: each is a page of its own, and nothing needs a script. */
export function ViewerLinks({ file, address, before, after, turn, zoom }: ViewerLinksProps) {
  const as = (view: { turn: number; zoom: number }) =>
    `${viewerOf(address, file.id)}?turn=${view.turn}&zoom=${view.zoom}#viewer`
  const turns = isTurnable(file)
  return (
    <nav aria-label="Files">
      {before ? (
        <Act href={before} rel="prev" icon="arrow-left">
          Previous file
        </Act>
      ) : null}
      {turns && zoom > 0 ? (
        <Act href={as({ turn, zoom: zoom - 1 })} data-key="-" icon="zoom-out">
          Zoom out
        </Act>
      ) : null}
      {turns && zoom < CLOSEST ? (
        <Act href={as({ turn, zoom: zoom + 1 })} data-key="+" icon="zoom-in">
          Zoom in
        </Act>
      ) : null}
      {turns ? (
        <Act href={as({ turn: (turn + 1) % 4, zoom })} data-key="r" icon="rotate-cw">
          Rotate
        </Act>
      ) : null}
      {whyClosed(file) ? null : (
        <Act href={`/api/v1/attachments/${file.id}`} download icon="download">
          Download
        </Act>
      )}
      {/* Loaded anew, so that the browser gives the focus back to what led here. */}
      <Act href={`${address}#file-${file.id}`} data-key="Escape" icon="x">
        Close
      </Act>
      {after ? (
        <Act href={after} rel="next" icon="arrow-right">
          Next file
        </Act>
      ) : null}
    </nav>
  )
}

interface ActProps {
  href: string
  icon: IconName
  rel?: "prev" | "next"
  download?: true
  "data-key"?: string
  children: string
}

/** On a phone its icon alone is seen: all of them stand in one line below the picture. */
const Act = ({ href, icon, children, ...rest }: ActProps) => (
  <a href={href} className={buttonStyle("secondary")} aria-label={children} {...rest}>
    <Icon name={icon} /> <span className="max-lg:hidden">{children}</span>
  </a>
)
