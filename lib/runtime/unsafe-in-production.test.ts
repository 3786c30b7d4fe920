import { expect, test } from "vitest"
import { configurationProblems } from "./env"

const SAFE = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://gas:3fq0Zx9-a@db.example/gas",
  AUTH_SECRET: "u7Qm2nV0xW4kZp9sT1rY6bC3dF8gH5jL",
  APP_URL: "https://service.example",
  ATTACHMENTS_DIR: "/srv/gas/attachments",
} as const

const problems = (given: Record<string, string | undefined>) =>
  configurationProblems({ ...SAFE, ...given } as NodeJS.ProcessEnv)

test("a safe configuration has no problems", () => {
  expect(problems({})).toEqual([])
})

test("all that production lacks is named together", () => {
  expect(
    problems({
      DATABASE_URL: undefined,
      AUTH_SECRET: undefined,
      APP_URL: undefined,
      ATTACHMENTS_DIR: undefined,
      PORT: "many",
    }),
  ).toEqual([
    "DATABASE_URL is missing",
    "AUTH_SECRET is missing",
    "APP_URL is missing",
    "ATTACHMENTS_DIR is missing",
    expect.stringMatching(/^PORT is wrong: /),
  ])
})

test.each([
  ["DATABASE_URL", "postgres://gas:gas@db.example/gas"],
  ["DATABASE_URL", "postgres://utility:utility@db.example/gas"],
  ["DATABASE_URL", "postgres://utility:Postgres@db.example/gas"],
  ["DATABASE_URL", "mysql://gas:3fq0Zx9-a@db.example/gas"],
  ["AUTH_SECRET", "a".repeat(40)],
  ["AUTH_SECRET", "abcabcabcabcabcabcabcabcabcabcabcabc"],
  ["AUTH_SECRET", "change-me-to-32-random-characters"],
  ["AUTH_SECRET", "u7Qm2nV0xW4kZp9s"],
  ["APP_URL", "http://service.example"],
  ["APP_URL", "http://localhost:3000"],
  ["APP_URL", "service.example"],
])("%s is refused when it is %s", (name, value) => {
  expect(problems({ [name]: value })).toEqual([expect.stringMatching(`^${name} `)])
})

test("a password is never repeated", () => {
  expect(problems({ DATABASE_URL: "postgres://utility:changeme@db.example/gas" }).join()).not.toContain("changeme")
})

test("a demo, a trial and development need none of it", () => {
  const simple = { APP_URL: "http://localhost:3000", AUTH_SECRET: "a".repeat(40) }
  for (const allowed of [{ DEMO: "1" }, { TRIAL: "1" }, { NODE_ENV: "development" }])
    expect(problems({ ...simple, ...allowed })).toEqual([])
})

test("a variable that is empty is one that is not set", () => {
  expect(problems({ SMTP_URL: "", METRICS_TOKEN: "", AUTH_SECRET: "" })).toEqual(["AUTH_SECRET is missing"])
})

test("files can also be kept where all data is", () => {
  expect(problems({ ATTACHMENTS_DIR: undefined, DATA_DIR: "/var/lib/gas-utility" })).toEqual([])
})

test("a store of files is not reached unencrypted through a network", () => {
  const s3 = { S3_BUCKET: "files", S3_ACCESS_KEY_ID: "key", S3_SECRET_ACCESS_KEY: "secret" }
  expect(problems({ ...s3, S3_ENDPOINT: "http://s3.example" })).toEqual(["S3_ENDPOINT does not begin with https://"])
  for (const S3_ENDPOINT of ["https://s3.example", "http://127.0.0.1:9000", "http://localhost:9000", undefined])
    expect(problems({ ...s3, S3_ENDPOINT })).toEqual([])
})
