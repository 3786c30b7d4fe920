import type { S3Client } from "@aws-sdk/client-s3"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { noteClock } from "./s3-clock"

const CONNECT_WITHIN = 2_000
/** Milliseconds, for what is not large. */
const ANSWER_WITHIN = 15_000
const LONGEST_SILENCE = 600_000
/** Milliseconds that a byte of a large file may take: 2 MB a second. */
const PER_BYTE = 1 / 2000

/** How long the store may take to take in or copy so many bytes. */
export const answeredFor = (bytes: number) => ({ requestTimeout: ANSWER_WITHIN + Math.ceil(bytes * PER_BYTE) })

/** For what a store answers without reading or writing a file. */
export const SOON_ANSWERED = { requestTimeout: 5_000 }
/** Seconds after which a store that was away may be back. */
const SOON = 5
/** What a store says that has no room. */
const IS_FULL = ["QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "EntityTooLarge"]

let made: { settings: string; client: S3Client; patient: S3Client } | undefined

/**
 * The client of the store that the environment names, loaded when it is needed: it takes a second and 20 MB. The patient one
 * is for what a store works at in silence; each of its calls names its own time.
 */
export async function s3() {
  const sdk = await import("@aws-sdk/client-s3")
  return { sdk, ...clientsOf(sdk.S3Client) }
}

function clientsOf(Client: typeof S3Client) {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "", S3_FORCE_PATH_STYLE } = env()
  const settings = JSON.stringify([S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE])
  if (made?.settings === settings) return made
  const clientOf = (silence: number) => clientWith(Client, silence)
  made = { settings, client: clientOf(ANSWER_WITHIN), patient: clientOf(LONGEST_SILENCE) }
  return made
}

/** One that waits so many milliseconds for the next byte. */
function clientWith(Client: typeof S3Client, silence: number): S3Client {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "", S3_FORCE_PATH_STYLE } = env()
  const client = new Client({
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }),
    region: S3_REGION,
    forcePathStyle: S3_FORCE_PATH_STYLE === "1",
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    // Stores other than Amazon's refuse the checksums that newer clients add to everything.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: CONNECT_WITHIN,
      requestTimeout: ANSWER_WITHIN,
      throwOnRequestTimeout: true,
      // Also ends a body that has stopped midway.
      socketTimeout: silence,
    },
    // What the client writes to the console by itself are errors that are handled here.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args)
      noteClock((answer.response as { headers?: Record<string, string> }).headers?.date)
      return answer
    },
    { step: "deserialize", priority: "low", name: "noteClock" },
  )
  return client
}

export const inBucket = (key: string) => ({ Bucket: env().S3_BUCKET, Key: key })

/**
 * Waits for an answer of the store.
 * @throws AppError `unavailable` when there is none, or none that can be used; `insufficient_storage` when it is full
 */
export async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (err) {
    if (err instanceof AppError || isMissing(err)) throw err
    const code = statusOf(err) && (err as Error).name
    log.error({ err, bucket: env().S3_BUCKET, code }, "the store of files did not do what it was asked")
    if (code && IS_FULL.includes(code))
      throw new AppError(
        "insufficient_storage",
        "We cannot store files at the moment. Send your request without them. You can add them later.",
      )
    throw new AppError("unavailable", "Files cannot be reached at the moment. Try again in a few seconds.", {
      retryAfter: SOON,
    })
  }
}

/** Missing when the store did not answer. */
const statusOf = (err: unknown) => (err as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode

/** Whether the store says that there is no such file. A bucket that is missing is a fault of the configuration. */
export const isMissing = (err: unknown): boolean => statusOf(err) === 404 && (err as Error).name !== "NoSuchBucket"

/** A catch for files that may be missing, as `unlessMissing` is on disk. */
export function unlessGone(err: unknown): undefined {
  if (!isMissing(err)) throw err
}
