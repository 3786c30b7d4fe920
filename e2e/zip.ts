import { fromBufferPromise } from "yauzl"

/** The files of an archive by their paths. */
export async function unzip(archive: Buffer): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(archive)
  const files: Record<string, Buffer> = {}
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    files[entry.fileName] = Buffer.concat(await stream.toArray())
  }
  return files
}
