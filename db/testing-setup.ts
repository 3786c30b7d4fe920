import { join } from "node:path"
import { afterAll, inject } from "vitest"
import { copyOf } from "@/db/testing"
import { closeDatabase } from "./pools"

/** Runs before each test file, and before the configuration is first read: each worker has a database of its own. */
const worker = process.env.VITEST_POOL_ID ?? "1"
process.env.DATABASE_URL = await copyOf(inject("template"), `worker_${worker}`)
process.env.ATTACHMENTS_DIR = join(inject("folder"), `attachments-${worker}`)

afterAll(closeDatabase)
