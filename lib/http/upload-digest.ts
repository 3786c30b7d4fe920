import { createHash } from "node:crypto"
import type { Upload } from "@/lib/requests/attachments/store-upload"

/**
 * What the files of an upload say, as a hash that is made while they stream past. The boundary between them, which
 * programs choose anew for each try, has no part in it.
 */
export class UploadDigest {
  readonly #hash = createHash("sha256")
  #value: string | undefined

  constructor(private readonly open: () => Upload) {}

  /** Undefined until all files have been read. */
  readonly value = (): string | undefined => this.#value

  readonly upload: Upload = async (take, use) => {
    await this.open()(
      (name, content) => take(name, this.#seen(name, content)),
      (uploadId) => {
        this.#hash.update(JSON.stringify([uploadId]))
        use(uploadId)
      },
    )
    this.#value = this.#hash.digest("base64url")
  }

  /** Reads the files for the hash alone. */
  readonly read = (): Promise<void> =>
    this.upload(
      async (_, content) => {
        for await (const _ of content);
      },
      () => {},
    )

  async *#seen(name: string, content: AsyncIterable<Uint8Array>) {
    let bytes = 0
    for await (const chunk of content) {
      bytes += chunk.length
      this.#hash.update(chunk)
      yield chunk
    }
    this.#hash.update(JSON.stringify([name, bytes]))
  }
}
