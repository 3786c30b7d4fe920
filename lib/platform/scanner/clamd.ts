import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { env } from "@/lib/runtime/env"

/** Milliseconds without a sign of life: clamd says nothing while it scans, for up to its MaxScanTime of 120 seconds. */
const SILENCE = 150_000
/** Milliseconds for all of it: a worker's job that takes five minutes is taken for dead. */
const LONGEST = 200_000
/** Milliseconds in which it says that it is there. */
const ALIVE_WITHIN = 2_000
/** No answer is as long as this. */
const MOST_ANSWERED = 4_000
/** How much is sent in one piece. */
const PIECE = 64 * 1024

/** The scanner did not answer, or not to the end: nothing is known of the file. */
export class ScannerAway extends Error {
  constructor(cause?: unknown) {
    super("The virus scanner cannot be reached", { cause })
    this.name = "ScannerAway"
  }
}

/** Whether files are to be scanned at all. */
export const isScannerSet = (): boolean => env().CLAMD_HOST !== undefined

/** Whether clamd answers. */
export const isScannerThere = (): Promise<boolean> =>
  ask("zPING\0", [], ALIVE_WITHIN).then(
    (answer) => answer === "PONG",
    () => false,
  )

/**
 * Has clamd scan a file as it streams by, and returns what it found, in clamd's words; nothing when it is clean.
 * @throws ScannerAway; Error when clamd could not scan it, such as for its StreamMaxLength
 */
export async function scan(content: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const answer = await ask("zINSTREAM\0", framed(content), LONGEST).catch(async (reason: unknown) => {
    // Clamd hangs up on a file that is too large, and what it says of that may be lost on the way.
    if (reason instanceof ScannerAway && (await isScannerThere()))
      throw new Error("clamd hung up on a file: it may be larger than its StreamMaxLength", { cause: reason })
    throw reason
  })
  if (answer === "stream: OK") return undefined
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) return found
  throw new Error(`clamd could not scan a file: ${answer.slice(0, 200)}`)
}

/** Each piece after its length, and a length of zero at the end. */
async function* framed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of content)
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      yield Buffer.concat([length, piece])
    }
  yield Buffer.alloc(4)
}

/** Sends a command with what belongs to it, and returns what clamd answers before it hangs up. */
async function ask(command: string, body: AsyncIterable<Buffer> | Iterable<Buffer>, longest: number): Promise<string> {
  const socket = connect({ host: env().CLAMD_HOST ?? "", port: env().CLAMD_PORT })
  const timer = setTimeout(() => socket.destroy(new Error("too slow")), longest)
  socket.setTimeout(Math.min(SILENCE, longest), () => socket.destroy(new Error("silent")))
  const answer = answerOf(socket)
  // Whoever is told of a failure may still be sending.
  answer.catch(() => {})
  try {
    await send(socket, command, body)
    return await answer
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

/** Stops when the other side has hung up: then it has said why, or is gone. */
async function send(socket: Socket, command: string, body: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  const closed = once(socket, "close").catch(() => {})
  socket.write(command)
  for await (const piece of body) {
    if (socket.destroyed || socket.readableEnded) return
    if (!socket.write(piece)) await Promise.race([once(socket, "drain").catch(() => {}), closed])
  }
}

/** @throws ScannerAway when it is no whole answer, which ends in a zero */
async function answerOf(socket: Socket): Promise<string> {
  let said = ""
  let broken: unknown
  socket.setEncoding("utf8")
  socket.on("data", (text: string) => {
    said += text
    if (said.endsWith("\0") || said.length > MOST_ANSWERED) socket.destroy()
  })
  socket.on("error", (reason) => {
    broken = reason
  })
  await new Promise((resolve) => socket.once("close", resolve))
  if (!said.endsWith("\0")) throw new ScannerAway(broken)
  return said.slice(0, -1)
}
