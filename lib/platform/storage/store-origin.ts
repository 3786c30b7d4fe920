import { env } from "@/lib/runtime/env"

/** Names of buckets that cannot be the beginning of a host. */
const NO_LABEL = /[.A-Z_]/

/**
 * Where the addresses lead that browsers send files to, as a policy of a page names it: an origin, and the bucket where the
 * store has many at one; nothing where that is the app's own.
 */
export function storeSource(): string | undefined {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_FORCE_PATH_STYLE, ATTACHMENTS_HOME } = env()
  if (ATTACHMENTS_HOME !== "s3" || !S3_BUCKET) return undefined
  const store = new URL(S3_ENDPOINT ?? `https://s3.${S3_REGION}.amazonaws.com`)
  const isInPath = S3_FORCE_PATH_STYLE === "1" || NO_LABEL.test(S3_BUCKET)
  return isInPath ? `${store.origin}/${S3_BUCKET}/` : `${store.protocol}//${S3_BUCKET}.${store.host}`
}
