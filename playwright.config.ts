import { existsSync } from "node:fs"
import { defineConfig } from "@playwright/test"

const PORT = Number(process.env.E2E_PORT ?? 4173)
const address = `http://localhost:${PORT}`
// The shell draws no window and takes half the time.
const chromium = [process.env.CHROMIUM_PATH, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(
  (path) => path && existsSync(path),
)

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  // Two browsers, the app and its database share a small machine, at times with others.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: [
    { name: "room", testMatch: "room.setup.ts" },
    { name: "json", testMatch: ["json/*.spec.ts", "health.spec.ts"], dependencies: ["room"] },
    { name: "browser", testMatch: ["browser/*.spec.ts", "pages/*.spec.ts"], dependencies: ["room"] },
    // What people do works just as well without a script.
    {
      name: "no scripts",
      testMatch: "browser/*.spec.ts",
      // Whom the server confines, and what keys do in a browser, is the same without; their forms are sent in other tests.
      // Without scripts files ride in the form: attachments.spec.ts.
      testIgnore: ["two-factor-required", "keyboard", "uploads", "message-files"].map((it) => `browser/${it}.spec.ts`),
      grepInvert: /@once/,
      dependencies: ["room"],
      use: { javaScriptEnabled: false },
    },
  ],
  use: {
    baseURL: address,
    actionTimeout: 30_000,
    screenshot: "only-on-failure",
    // Without a Chromium of the system, the Chrome people have installed.
    channel: chromium ? undefined : "chrome",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node lib/commands/start.mjs --fresh",
    url: `${address}/readyz`,
    env: {
      PORT: String(PORT),
      APP_URL: address,
      DATA_DIR: ".data/e2e",
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
      // No emergency goes on to the next while a test is slow.
      EMERGENCY_ACK_SECONDS: "600",
      // No check becomes an emergency that another test has to share its desk with.
      DANGER_CHECK_SECONDS: "3600",
      FILINGS_PER_HOUR: "5000",
      // Tests stand where a proxy would, so that each can come from an address of its own.
      TRUSTED_PROXIES: "1",
    },
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
})
