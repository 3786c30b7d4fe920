import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    include: ["{app,bench,components,db,lib}/**/*.test.{ts,tsx}"],
    globalSetup: "db/testing.ts",
    setupFiles: "db/testing-setup.ts",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      AUTH_SECRET: "a secret of the tests, long enough to sign with",
      DATABASE_POOL: "10",
    },
  },
})
