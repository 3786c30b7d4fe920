import { once } from "node:events"
import { createReadStream, type ReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import type { Received } from "./home"
import { answered, answeredFor, inBucket, s3 } from "./s3-client"

/** What is read whole: then what the disk fails at is thrown here, and the client's second try has all of it. */
const SMALL = 10_000_000

/**
 * Puts a file from the disk into the store, which compares what arrives with its hash and refuses what was damaged on the
 * way. A large one streams, and is tried twice.
 * @throws AppError as `answered` does; an error of the disk when the file cannot be read
 */
export async function putObject(key: string, path: string, received: Received): Promise<void> {
  if (received.bytes <= SMALL) return answered(put(key, await readFile(path), received))
  // A stream cannot be read again, so the client does not try twice by itself.
  await put(key, streamOf(path), received).catch(() => answered(put(key, streamOf(path), received)))
}

const streamOf = (path: string) => createReadStream(path, { highWaterMark: 256 * 1024 })

async function put(key: string, content: Buffer | ReadStream, { bytes, sha256 }: Received): Promise<void> {
  const { sdk, client } = await s3()
  const command = new sdk.PutObjectCommand({ ...inBucket(key), Body: content, ContentLength: bytes })
  command.middlewareStack.add(
    (next) => (args) => {
      Object.assign((args.request as { headers: Record<string, string> }).headers, { "x-amz-content-sha256": sha256 })
      return next(args)
    },
    { step: "build", name: "hashOfContent" },
  )
  const sending = client.send(command, answeredFor(bytes))
  if (Buffer.isBuffer(content)) return void (await sending)
  try {
    await Promise.race([sending, failureOf(content)])
  } finally {
    sending.catch(() => {})
    content.destroy()
  }
}

/** Rejects when the disk fails at a stream, which the client would wait for. */
async function failureOf(stream: ReadStream): Promise<never> {
  const [reason] = await once(stream, "error")
  throw reason
}
