import { afterAll, afterEach, beforeAll } from "vitest"
import { env } from "@/lib/runtime/env"
import { makeBucket, type Swift, startSwift } from "./start-swift"

/** The tests of a file share one Swift, and find the settings as they were, whatever the one before them did. */
export function withSwift(): Pick<Swift, "endpoint"> {
  const usual = { ...env() }
  let swift: Swift | undefined
  beforeAll(async () => {
    swift = await startSwift()
  })
  afterEach(() => {
    Object.assign(env(), { ...usual, ATTACHMENTS_DIR: env().ATTACHMENTS_DIR, S3_BUCKET: undefined })
  })
  afterAll(() => swift?.stop())
  return {
    get endpoint() {
      return swift?.endpoint ?? ""
    },
  }
}

let buckets = 0

/** From now on new files go into a bucket of their own, until the environment is put back. */
export async function openNewBucket(swift: Pick<Swift, "endpoint">): Promise<void> {
  Object.assign(env(), await makeBucket(swift, `bucket-${process.pid}-${++buckets}`))
}
