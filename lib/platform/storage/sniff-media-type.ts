import { fileTypeFromBuffer } from "file-type"
import { MEDIA_TYPES } from "@/lib/model/attachment"

const HEAD_BYTES = 4100
/** Other names for media types that we accept. */
const ALIASES: Record<string, string> = { "image/heif": "image/heic" }

/** Finds a file's media type from its content as it streams past. The type that the sender claims is ignored. */
export class Sniffer {
  private head = Buffer.alloc(0)
  private decoder: TextDecoder | undefined = new TextDecoder("utf-8", { fatal: true })

  see(chunk: Uint8Array): void {
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)])
    if (this.decoder && !this.readsAsText(chunk)) this.decoder = undefined
  }

  private readsAsText(chunk?: Uint8Array): boolean {
    try {
      const text = this.decoder?.decode(chunk, { stream: chunk !== undefined }) ?? ""
      return !/[^\P{Cc}\t\n\r\f]/u.test(text)
    } catch {
      return false
    }
  }

  /** The media type, or nothing when it is not among those that may be attached. */
  async verdict(): Promise<string | undefined> {
    // The detector throws for a broken archive, because it looks inside.
    const found = (await fileTypeFromBuffer(this.head).catch(() => undefined))?.mime
    if (found) {
      const type = ALIASES[found] ?? found
      return type in MEDIA_TYPES ? type : undefined
    }
    return this.decoder && this.readsAsText() ? "text/plain" : undefined
  }
}
