import { resolve } from "node:path"
import type { NextConfig } from "next"

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: resolve("../.."),
  turbopack: { root: resolve("../..") },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["postgres"],
}

export default config
