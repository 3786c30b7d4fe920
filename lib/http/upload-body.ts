import { Readable } from "node:stream"
import { finished } from "node:stream/promises"

const MOST_DRAINED = 100_000_000
const LONGEST_DRAIN = 60_000

/** The request body as a stream that may be left half read without an unhandled error. */
export function bodyOf(request: Request): Readable | undefined {
  const body = request.body && Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  // The reader is told when it breaks off; without a reader there is nobody to tell.
  return body?.on("error", () => {})
}

/**
 * Reads and discards the rest of a body, within limits: browsers show no answer before they have sent everything, and a
 * connection that is cut off while they send takes their next call along.
 * @returns whether it was read to its end
 */
export async function drain(body: Readable | undefined): Promise<boolean> {
  if (!body || body.readableEnded) return true
  let bytes = 0
  body.on("data", (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > MOST_DRAINED) body.destroy()
  })
  // Whatever it was piped to has left it paused.
  body.resume()
  const isRead = await finished(body, { signal: AbortSignal.timeout(LONGEST_DRAIN) }).then(
    () => true,
    () => false,
  )
  body.destroy()
  return isRead
}
