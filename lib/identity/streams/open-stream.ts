import type { Actor } from "@/lib/model/actor"
import { streams } from "./stream-registry"

/**
 * Makes the body of an answer that goes on after it has begun, such as an export. Pieces are produced as fast as the
 * client reads and no faster. The stream breaks off with an error when the actor's session or key ends or their rights
 * change, so that what was cut off is not taken for the whole; one `withoutEnd` just ends. It is registered when the first
 * piece is read; however it ends, it is forgotten and `pieces` is told to end.
 */
export function openStream(
  actor: Actor,
  pieces: AsyncIterator<string, unknown>,
  { withoutEnd = false } = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let entered: Promise<() => void> | undefined
  const leave = async () => {
    void pieces.return?.()
    ;(await entered)?.()
  }
  const breakOff = (controller: ReadableStreamDefaultController) => {
    // The reader is told that there is nothing more.
    if (!withoutEnd) controller.error(new Error("The session ended."))
    void pieces.return?.()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          entered ??= streams().add(actor, () => breakOff(controller))
          await entered
          const { done, value } = await pieces.next()
          if (!done) return controller.enqueue(encoder.encode(value))
          await leave()
          controller.close()
        } catch (error) {
          await leave()
          throw error
        }
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  )
}
