import { disposition } from "@/lib/model/disposition"
import { env } from "@/lib/runtime/env"
import { canReceive } from "./can-receive"
import { fewAtOnce } from "./few-at-once"
import type { HomeOfFiles, Shelf } from "./home"
import { answered, answeredFor, inBucket, SOON_ANSWERED, s3, unlessGone } from "./s3-client"
import { putObject } from "./s3-put"
import { readObject } from "./s3-read"
import { batchesOf, ID, incomingPathOf, LISTED_AT_ONCE } from "./store-paths"

/*
 * The layout of a bucket: `files/<id>`, `quarantine/<id>`, `incoming/<id>`, which only its sender and no row vouches for, and
 * `installation`, the marker.
 */

const MARKER = "installation"
/** Long enough to follow a redirect. A download that has begun goes on. */
const SIGNED_SECONDS = 60
/** Other content than was announced does not fit the address. */
const SIGNED_WITH_CONTENT = new Set(["host", "content-type", "content-length"])
/** Written again and again to see whether the bucket can be. */
const TRIED = "written-to"
/** Milliseconds for which an answer of the bucket holds: readiness is asked often, and whose the bucket is with each file. */
const KEPT_FOR = { written: 30_000, marker: 10_000 }

interface Kept {
  client: unknown
  bucket: string | undefined
  at: number
  marker?: string
}

const kept: Partial<Record<keyof typeof KEPT_FOR, Kept>> = {}

export const keyOn = (shelf: Shelf, id: string) => `${shelf}/${id}`

/** A bucket in a store that speaks S3. */
export const s3Home: HomeOfFiles = {
  name: "s3",
  where: () => `bucket ${env().S3_BUCKET} at ${env().S3_ENDPOINT ?? `Amazon S3 in ${env().S3_REGION}`}`,

  settle: (id, received) => putObject(keyOn("files", id), incomingPathOf(id), received),
  keepSent: (id, received, is) => putObject(keyOn("incoming", id), incomingPathOf(received), is),

  async sendingAddressOf(id, { bytes, mediaType }, seconds) {
    const { sdk, client } = await s3()
    const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner")
    const what = { ContentType: mediaType, ContentLength: bytes }
    const command = new sdk.PutObjectCommand({ ...inBucket(keyOn("incoming", id)), ...what })
    return getSignedUrl(client, command, { expiresIn: seconds, signableHeaders: SIGNED_WITH_CONTENT })
  },

  takeSent: (id, fileId) => copy(keyOn("incoming", id), keyOn("files", fileId)),

  removeSent: (id) => erase(keyOn("incoming", id)),

  open: (id, shelf, part) => readObject(keyOn(shelf, id), part),

  has: (id, shelf) => has(keyOn(shelf, id)),
  canRead: (id, shelf) => has(keyOn(shelf, id)),

  async addressOf(id, { name, mediaType }) {
    const key = keyOn("files", id)
    if (!(await has(key))) return undefined
    const { sdk, client } = await s3()
    const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner")
    const get = new sdk.GetObjectCommand({
      ...inBucket(key),
      ResponseContentType: mediaType,
      ResponseContentDisposition: disposition(name),
      ResponseCacheControl: "private, no-store",
    })
    return getSignedUrl(client, get, { expiresIn: SIGNED_SECONDS })
  },

  async move(id, from, to) {
    const isThere = await copy(keyOn(from, id), keyOn(to, id))
    if (isThere) await erase(keyOn(from, id))
    return isThere
  },

  async remove(id) {
    await Promise.all((["files", "quarantine", "incoming"] as const).map((shelf) => erase(keyOn(shelf, id))))
  },

  list: (shelf) => batchesOf(idsOn(shelf)),

  async olderThan(before, ids, shelf) {
    const times = await fewAtOnce(ids, (id) => writtenAt(keyOn(shelf, id)))
    return ids.filter((_, i) => (times[i]?.getTime() ?? Number.POSITIVE_INFINITY) < before)
  },

  async readMarker() {
    const { sdk, client } = await s3()
    const known = stillKept("marker", client)
    if (known) return known.marker
    const found = await answered(client.send(new sdk.GetObjectCommand(inBucket(MARKER)), SOON_ANSWERED)).catch(
      unlessGone,
    )
    const marker = (await found?.Body?.transformToString())?.trim()
    // What nobody has marked yet may be marked at any moment.
    if (marker !== undefined) kept.marker = { client, bucket: env().S3_BUCKET, at: Date.now(), marker }
    return marker
  },

  async writeMarker(id, replace) {
    const { sdk, client } = await s3()
    delete kept.marker
    if (!replace && (await has(MARKER))) return
    await answered(client.send(new sdk.PutObjectCommand({ ...inBucket(MARKER), Body: `${id}\n` })))
  },

  async canWrite() {
    const { sdk, client } = await s3()
    if (!stillKept("written", client)) {
      await answered(client.send(new sdk.PutObjectCommand({ ...inBucket(TRIED), Body: "can be written to\n" })))
      kept.written = { client, bucket: env().S3_BUCKET, at: Date.now() }
    }
    return canReceive()
  },
}

/** What the bucket has answered lately. */
function stillKept(what: keyof typeof KEPT_FOR, client: unknown): Kept | undefined {
  const it = kept[what]
  if (!it || Date.now() - it.at >= KEPT_FOR[what]) return undefined
  return it.client === client && it.bucket === env().S3_BUCKET ? it : undefined
}

/** Returns false when there is nothing to copy. */
async function copy(from: string, to: string): Promise<boolean> {
  const { sdk, patient } = await s3()
  const head = await headOf(from)
  if (!head) return false
  const command = new sdk.CopyObjectCommand({ ...inBucket(to), CopySource: `${env().S3_BUCKET}/${from}` })
  const copied = answered(patient.send(command, answeredFor(head.ContentLength ?? 0)))
  return (await copied.catch(unlessGone)) !== undefined
}

async function headOf(key: string) {
  const { sdk, client } = await s3()
  return answered(client.send(new sdk.HeadObjectCommand(inBucket(key)), SOON_ANSWERED)).catch(unlessGone)
}

async function writtenAt(key: string): Promise<Date | undefined> {
  const head = await headOf(key)
  return head && (head.LastModified ?? new Date())
}

const has = async (key: string): Promise<boolean> => (await writtenAt(key)) !== undefined

async function erase(key: string): Promise<void> {
  const { sdk, client } = await s3()
  await answered(client.send(new sdk.DeleteObjectCommand(inBucket(key)), SOON_ANSWERED)).catch(unlessGone)
}

/** Skips everything that is not named like a file of ours: it is not ours to touch. */
async function* idsOn(shelf: Shelf): AsyncGenerator<string> {
  const { sdk, client } = await s3()
  let token: string | undefined
  do {
    const page = await answered(
      client.send(
        new sdk.ListObjectsV2Command({
          Bucket: env().S3_BUCKET,
          Prefix: `${shelf}/`,
          MaxKeys: LISTED_AT_ONCE,
          ContinuationToken: token,
        }),
      ),
    )
    for (const { Key = "" } of page.Contents ?? []) {
      const id = Key.slice(shelf.length + 1)
      if (ID.test(id)) yield id
    }
    token = page.NextContinuationToken
  } while (token)
}
