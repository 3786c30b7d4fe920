import { afterEach, expect, test, vi } from "vitest"
import { env } from "@/lib/runtime/env"
import { s3 } from "./s3-client"
import { s3Home } from "./s3-home"

const usual = { ...env() }
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(env(), usual)
})

test("a store may copy a file in silence for as long as its size takes", async () => {
  const key = { S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" }
  Object.assign(env(), { S3_ENDPOINT: "http://127.0.0.1:9", S3_BUCKET: "files", ...key })
  const { client, patient } = await s3()
  vi.spyOn(client, "send").mockImplementation(async () => ({ ContentLength: 100_000_000 }))
  const copying = vi.spyOn(patient, "send").mockImplementation(async () => ({}))
  expect(await s3Home.takeSent("1", "2")).toBe(true)
  expect(copying).toHaveBeenCalledWith(expect.anything(), { requestTimeout: 65_000 })
})
