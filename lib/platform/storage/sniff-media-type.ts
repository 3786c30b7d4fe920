import { fileTypeFromBuffer } from "file-type"
import { MEDIA_TYPES } from "@/lib/model/attachment"
import { TextReader } from "./text-reader"

const HEAD_BYTES = 4100
/** Readers look for the beginning of a PDF in so many bytes, since some programs write something before it. */
const PDF_WITHIN = 1024

/** Other names for media types that we accept. */
const ALIASES: Record<string, string> = {
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heic",
  "image/apng": "image/png",
  "video/x-m4v": "video/mp4",
}
/** Types whose files are text themselves, but are more than what a person wrote. */
const WRITTEN_AS_TEXT = ["application/pdf", "application/xml", "image/svg+xml", "application/rtf"]

/** Finds a file's media type from its content as it streams past. The type that the sender claims is ignored. */
export class Sniffer {
  private head = Buffer.alloc(0)
  private text = new TextReader()

  see(chunk: Uint8Array): void {
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)])
    this.text.see(chunk)
  }

  /** The media type, or nothing when it is not among those that may be attached. */
  async verdict(): Promise<string | undefined> {
    const isText = this.text.isText()
    const found = await this.begun()
    // A note may begin with the letters that begin a picture or a program: "BMW", "MZ", "GIF89a".
    if (isText && !(found && WRITTEN_AS_TEXT.includes(found))) return "text/plain"
    if (found && found in MEDIA_TYPES) return found
    const pdfAt = this.head.indexOf("%PDF-")
    return !found && pdfAt >= 0 && pdfAt <= PDF_WITHIN ? "application/pdf" : undefined
  }

  /** What a file that begins like this is, if it is no text: any media type there is. */
  async begun(): Promise<string | undefined> {
    // The detector throws for a broken archive, because it looks inside.
    const found = (await fileTypeFromBuffer(this.head).catch(() => undefined))?.mime
    return found && (ALIASES[found] ?? found)
  }
}
