import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

const ALL = "{app,bench,components,db,deploy,lib}/**/*.test.{ts,tsx}"
/** Tests of what hashing and reading cost, and those that replace modules or depend on what the whole process does. */
const APART = [
  "app/actions.test.ts",
  "db/*.test.ts",
  "lib/identity/auth/{auth,enumeration,refresh-tokens,session-cookie,sign-in-limits,throttle}.test.ts",
  "lib/identity/passwords/hash-password.test.ts",
  "lib/identity/streams/*.test.ts",
  "lib/dispatch/attach-while-filing.test.ts",
  "lib/http/mail-endpoint.test.ts",
  "lib/oversight/{inbound-mails,mail,metrics,readiness}/*.test.ts",
  "lib/oversight/devices/*.test.ts",
  "lib/oversight/notifications/mails.test.ts",
  "lib/oversight/privacy/export-data.test.ts",
  "lib/platform/{jobs,mail,metrics}/*.test.ts",
  "lib/runtime/{env,log}.test.ts",
  "lib/server/**/*.test.ts",
  "lib/worker/*.test.ts",
]

const alias = { "@": root }
const shared = {
  setupFiles: "db/testing-setup.ts",
  // On a slow day a test waits for the others on the machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: {
    NODE_ENV: "test" as const,
    LOG_LEVEL: "silent",
    AUTH_SECRET: "a secret of the tests, long enough to sign with",
    DATABASE_POOL: "10",
    FILINGS_PER_HOUR: "5000",
  },
}

export default defineConfig({
  resolve: { alias },
  test: {
    globalSetup: "db/testing.ts",
    maxWorkers: 2,
    projects: [
      { resolve: { alias }, test: { ...shared, name: "apart", include: APART } },
      {
        // Loading the app, and hashing passwords with production's cost, takes longer than most tests: both are shared or made cheap.
        resolve: { alias: { ...alias, "@node-rs/argon2": `${root}lib/testing/quick-argon2.ts` } },
        test: {
          ...shared,
          name: "together",
          isolate: false,
          include: [ALL],
          exclude: ["**/node_modules/**", ...APART],
        },
      },
    ],
  },
})
