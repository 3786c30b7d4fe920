import type { Actor } from "@/lib/model/actor"
import { streams } from "./stream-registry"

/**
 * What somebody reads piece by piece, made as fast as it is fetched and no faster. It ends, broken off, with what they
 * came in by. Nothing is kept of it before the first piece is asked for, nor once it is over, however that came about.
 */
export function openStream(actor: Actor, pieces: AsyncIterator<string, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let entered: Promise<() => void> | undefined
  const leave = async () => (await entered)?.()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          entered ??= streams().add(actor, () => controller.error(new Error("The session ended.")))
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
