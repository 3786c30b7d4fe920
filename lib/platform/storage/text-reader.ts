/** Control characters that no text has. */
const CONTROL = /[^\P{Cc}\t\n\r\f\u0085]/u
/** Encodings by the two bytes that a text in them begins with. */
const BOMS: Record<string, string> = { fffe: "utf-16le", feff: "utf-16be" }

/** Tells whether what streams past is text in UTF-8, in UTF-16 with a byte order mark, or in Windows-1252. */
export class TextReader {
  private start = Buffer.alloc(0)
  private decoders: TextDecoder[] | undefined

  see(chunk: Uint8Array): void {
    if (this.decoders) this.read(chunk)
    else this.start = Buffer.concat([this.start, chunk])
    if (!this.decoders && this.start.length >= 2) this.begin()
  }

  /** Whether all of it was text. */
  isText(): boolean {
    if (!this.decoders) this.begin()
    this.decoders = this.decoders?.filter((decoder) => isClean(decoder, undefined))
    return (this.decoders?.length ?? 0) > 0
  }

  private begin(): void {
    const wide = BOMS[this.start.subarray(0, 2).toString("hex")]
    const names = wide ? [wide] : ["utf-8", "windows-1252"]
    this.decoders = names.map((name) => new TextDecoder(name, { fatal: true }))
    this.read(this.start)
  }

  private read(chunk: Uint8Array): void {
    this.decoders = this.decoders?.filter((decoder) => isClean(decoder, chunk))
  }
}

function isClean(decoder: TextDecoder, chunk: Uint8Array | undefined): boolean {
  try {
    return !CONTROL.test(decoder.decode(chunk, { stream: chunk !== undefined }))
  } catch {
    return false
  }
}
