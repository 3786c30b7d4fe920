import { afterEach, expect, test } from "vitest"
import { env } from "@/lib/runtime/env"
import { s3Home } from "./s3-home"
import { storeSource } from "./store-origin"

const usual = { ...env() }
afterEach(() => void Object.assign(env(), usual))

const KEY = { S3_ACCESS_KEY_ID: "key", S3_SECRET_ACCESS_KEY: "secret" }
const PLACES = [
  { S3_BUCKET: "files", S3_ENDPOINT: "http://s3.example:9000", S3_FORCE_PATH_STYLE: "1" },
  { S3_BUCKET: "files", S3_ENDPOINT: "https://s3.example", S3_FORCE_PATH_STYLE: "0" },
  { S3_BUCKET: "files.of.us", S3_ENDPOINT: "https://s3.example", S3_FORCE_PATH_STYLE: "0" },
  { S3_BUCKET: "files", S3_ENDPOINT: undefined, S3_REGION: "eu-west-2", S3_FORCE_PATH_STYLE: "0" },
  { S3_BUCKET: "files.of.us", S3_ENDPOINT: undefined, S3_REGION: "eu-west-2", S3_FORCE_PATH_STYLE: "0" },
] as const

test.each(PLACES)("pages may send to where the addresses of uploads lead, and nowhere else: %o", async (place) => {
  Object.assign(env(), { ...KEY, ...place, ATTACHMENTS_HOME: "s3" })
  const address = await s3Home.sendingAddressOf(crypto.randomUUID(), { bytes: 1, mediaType: "text/plain" }, 600)
  const { origin, pathname } = new URL(address ?? "")
  const [, bucket] = pathname.split("/")
  expect(storeSource()).toBe(bucket === place.S3_BUCKET ? `${origin}/${bucket}/` : origin)
})

test("where files are kept in a folder, pages send to us alone", () => {
  Object.assign(env(), { S3_BUCKET: "files", ATTACHMENTS_HOME: "disk" })
  expect(storeSource()).toBeUndefined()
})
