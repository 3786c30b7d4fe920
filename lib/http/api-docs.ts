import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { version } from "swagger-ui-dist/package.json"
import { AppError } from "@/lib/model/errors"
import { telHref } from "@/lib/model/phone"
import { env } from "@/lib/runtime/env"
import { escapeHtml } from "@/lib/runtime/escape-html"
import { requestIdOf } from "./authenticate"
import { problem } from "./problem"

/** Everything the page loads comes from us; only our own files may run, and nothing written into the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/** The page that shows the documentation and lets people try the API. */
export function docsPage(): Response {
  const { UTILITY_NAME: utility, EMERGENCY_PHONE: phone } = env()
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API – ${escapeHtml(utility)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css?v=${version}">
<link rel="stylesheet" href="/api-docs/look.css">
<script src="/api/docs/swagger-ui-bundle.js?v=${version}" defer></script>
<script src="/api-docs/start.js" defer></script>
</head>
<body>
<header>
<p class="emergency">Smell gas? Get out, call <a href="${telHref(phone)}">${escapeHtml(phone)}</a></p>
<nav aria-label="Site"><a href="/">${escapeHtml(utility)}</a><a href="/api/openapi.json">openapi.json</a></nav>
</header>
<div>
<div id="swagger-ui"></div>
<noscript><p>This page needs JavaScript. You can also read <a href="/api/openapi.json">openapi.json</a>.</p></noscript>
</div>
</body>
</html>`
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "cache-control": "public, max-age=300",
  }
  return new Response(html, { headers })
}

const ASSETS: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
}

/** A file of Swagger UI. Its address carries the version, so browsers may keep it for good. */
export async function docsAsset(request: Request, { params }: { params: Promise<{ asset: string }> }) {
  const { asset } = await params
  const type = Object.hasOwn(ASSETS, asset) ? ASSETS[asset] : undefined
  if (!type)
    return problem(
      new AppError("not_found", "The documentation does not have this file."),
      requestIdOf(request.headers),
    )
  const content = await readFile(join(process.cwd(), "node_modules/swagger-ui-dist", asset))
  const headers = { "content-type": type, "cache-control": "public, max-age=31536000, immutable" }
  return new Response(new Uint8Array(content), { headers })
}
