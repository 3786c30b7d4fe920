import { join } from "node:path"
import { afterAll, inject } from "vitest"
import { closeDatabase } from "@/db/client"
import { copyOf } from "@/db/testing"

/** Runs before each test file, and before the configuration is read for the first time. */
const worker = process.env.VITEST_POOL_ID ?? "1"
process.env.DATABASE_URL = await copyOf(inject("template"), `worker_${worker}`)
process.env.ATTACHMENTS_DIR = join(inject("folder"), `attachments-${worker}`)

afterAll(closeDatabase)
