import type { Attachment } from "@/lib/requests/attachments/contract"

type Shown = Pick<Attachment, "id" | "name" | "scan" | "download">

/** What people are told of a file that they cannot open. Nothing for one that they can. */
export function whyClosed({ scan, download }: Pick<Shown, "scan" | "download">): string | undefined {
  if (scan === "pending") return "Being checked"
  if (scan === "found") return "Removed: it contains something harmful"
  if (download === "preparing") return "Being prepared for download"
  return download === "none" ? "Cannot be opened: this photo may be damaged" : undefined
}

interface FileLinkProps {
  file: Shown
  className: string
  /** Said before its name to those who hear the page, where the file is named more than once on it. */
  does?: string
}

/** The name of a file, as a link as long as it can be opened, and otherwise with the reason. */
export function FileLink({ file, className, does }: FileLinkProps) {
  const words = whyClosed(file)
  if (words)
    return (
      <span className="block">
        <bdi className="font-semibold wrap-anywhere">{file.name}</bdi> <span className="text-muted">{words}</span>
      </span>
    )
  return (
    // A plain link: what it leads to is a file to save and no page to show.
    <a href={`/api/v1/attachments/${file.id}`} download className={className}>
      {does ? <span className="sr-only">{does} </span> : null}
      <bdi className="wrap-anywhere">{file.name}</bdi>
    </a>
  )
}
