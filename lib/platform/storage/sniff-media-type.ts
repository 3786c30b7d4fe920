import { fileTypeFromBuffer } from "file-type"
import { MEDIA_TYPES } from "@/lib/model/attachment"

const HEAD_BYTES = 4100
/** What phones call the same picture format. */
const ALIASES: Record<string, string> = { "image/heif": "image/heic" }

/** Judges a file by its content as it streams past; what the sender calls it does not count. */
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

  /** The media type, or nothing when it is not one we keep. */
  async verdict(): Promise<string | undefined> {
    // A broken archive makes the detector throw: it looks for what should be inside.
    const found = (await fileTypeFromBuffer(this.head).catch(() => undefined))?.mime
    if (found) {
      const type = ALIASES[found] ?? found
      return type in MEDIA_TYPES ? type : undefined
    }
    return this.decoder && this.readsAsText() ? "text/plain" : undefined
  }
}
