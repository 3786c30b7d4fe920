import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { constants, setPriority } from "node:os"
import { resolve } from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { z } from "zod"
import { PICTURE_EDGES, type PictureSize } from "@/lib/model/picture"

/** A picture that was made of a photo. */
export interface Drawn {
  size: PictureSize
  /** In pixels. */
  width: number
  height: number
  content: Buffer
}

/** What a photo may cost. Tests set it lower. */
export interface Limits {
  /** What it may fill of memory, in megabytes. A JPEG of 50 megapixels takes a third of it, a HEIC of 48 needs more than 700. */
  memory: number
  /** In seconds of work, which a busy machine does not use up. */
  work: number
  /** In milliseconds, from beginning to end. */
  time: number
}

const USUAL: Limits = { memory: 896, work: 30, time: 120_000 }
/** Seconds of work between the signal and the end. */
const GRACE = 30
/** Where memory runs out, a photo goes before emergencies and mail do. */
const FIRST_TO_GO = "{ echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null"

/** Pictures of these sizes are far smaller. */
const MOST_ANSWERED = 20_000_000

/**
 * What the photo is to blame for: too much work, and what a decoder ends with that is broken or has no memory left. Any
 * other end is the machine's, such as a build that is replaced at this moment or memory that ran out for all.
 */
const OF_DECODER: ReadonlySet<string> = new Set(["SIGXCPU", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP"])

const PROGRAM = "lib/platform/pictures/draw.mjs"
/** Each is made from the one before it. */
const SIZES: readonly PictureSize[] = ["large", "small"]

const Answer = z.union([
  z.object({ impossible: z.string() }),
  z.object({
    pictures: z.array(z.object({ width: z.int().positive(), height: z.int().positive(), bytes: z.int().positive() })),
  }),
])

/**
 * Makes the pictures of a photo in a process of its own, whose memory and time are limited, so that a photo made to break
 * the decoder breaks nothing else. Returns why it has none when it cannot be decoded, or takes more memory or work than it
 * may.
 * @throws Error when the process could not be started, was told to end or had no chance to work in time
 */
export async function drawPictures(
  photo: Readable,
  limits: Limits = USUAL,
): Promise<{ drawn: Drawn[] } | { impossible: string }> {
  const child = start(limits)
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>
  const timer = setTimeout(() => child.kill("SIGTERM"), limits.time)
  try {
    // It may end before it has read all.
    const given = pipeline(photo, child.stdin as NonNullable<typeof child.stdin>).catch((reason: Error) => reason)
    const [answer, [code, signal], broken] = await Promise.all([answerOf(child), ended, given])
    if (signal === "SIGTERM" || signal === "SIGINT") throw new Error("The making of pictures was stopped.")
    // The photo could not be read, and the program is not to blame: that takes all there is before it looks at it.
    if (broken && (code === 0 || !isClosedPipe(broken))) throw broken
    if (code === 0) return read(answer)
    if (signal && OF_DECODER.has(signal)) return { impossible: `ended by ${signal}` }
    throw new Error(`The program that makes pictures ended ${signal ? `by ${signal}` : `with ${code}`}.`)
  } finally {
    clearTimeout(timer)
    child.kill("SIGKILL")
    photo.destroy()
  }
}

function start({ memory, work }: Limits): ChildProcess {
  const program = resolve(/* turbopackIgnore: true */ PROGRAM)
  const edges = SIZES.map((size) => String(PICTURE_EDGES[size]))
  const node = [process.execPath, "--max-old-space-size=128", program, ...edges]
  // The kernel refuses what is asked for beyond, and ends what works too long by a signal that says so; a shell is the only
  // way to tell it.
  const limited = [
    "/bin/sh",
    "-c",
    `ulimit -c 0; ulimit -d ${memory * 1024}; ulimit -St ${work}; ulimit -Ht ${work + GRACE}; ${FIRST_TO_GO}; exec "$0" "$@"`,
    ...node,
  ]
  const [command = "", ...args] = process.platform === "win32" ? node : limited
  // It has no business with our settings and secrets.
  const { PATH, LD_LIBRARY_PATH } = process.env
  const env = { PATH, LD_LIBRARY_PATH, NODE_ENV: "production" as const, MALLOC_ARENA_MAX: "2" }
  const child = spawn(/* turbopackIgnore: true */ command, args, { stdio: ["pipe", "ignore", "ignore", "pipe"], env })
  // People come first.
  child.once("spawn", () => {
    try {
      setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {}
  })
  return child
}

async function answerOf({ stdio }: ChildProcess): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of (stdio[3] as Readable | null) ?? []) {
    bytes += chunk.length
    if (bytes > MOST_ANSWERED) throw new Error("The pictures of a photo are too large.")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function read(answer: Buffer): { drawn: Drawn[] } | { impossible: string } {
  const end = answer.indexOf("\n")
  const told = Answer.parse(JSON.parse(answer.toString("utf8", 0, end)))
  if ("impossible" in told) return told
  let at = end + 1
  const drawn = told.pictures.map(({ width, height, bytes }, i) => {
    const content = answer.subarray(at, at + bytes)
    at += bytes
    return { size: SIZES[i] as PictureSize, width, height, content }
  })
  return { drawn }
}

const isClosedPipe = (reason: Error): boolean =>
  ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes((reason as NodeJS.ErrnoException).code ?? "")
