import { createHash } from "node:crypto"
import { telHref } from "@/lib/model/phone"
import type { Maintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { env } from "@/lib/runtime/env"
import { escapeHtml } from "@/lib/runtime/escape-html"

/** Needs nothing but itself, so that it is there when nothing else is. */
const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f8; --ink: #16202a; --muted: #4a5763; --alarm: #a31d18 }
@media (prefers-color-scheme: dark) { :root { --page: #11171c; --ink: #eef2f5; --muted: #a9b6c1 } }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.75rem; line-height: 1.25 } h2 { margin: 0; font-size: 1.25rem }
p.muted { color: var(--muted) }
section { margin: 2rem 0; padding: 1.5rem; border-radius: .5rem; background: var(--alarm); color: #fff }
section a { color: inherit; text-underline-offset: 4px }
section p { margin: .75rem 0 0 } .call { font-size: 1.5rem; font-weight: 700 }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
}

/** When it is over, as people at the utility say it. */
export function untilWords({ until }: Maintenance): string | undefined {
  if (!until) return undefined
  const words = new Date(until).toLocaleString("en-GB", {
    timeZone: env().TIME_ZONE,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  })
  return `We expect to be back by ${words}.`
}

/** The page that replaces every page during maintenance. The emergency number comes first, since it always works. */
export function maintenancePage(closed: Maintenance): string {
  const { UTILITY_NAME: utility, EMERGENCY_PHONE: phone } = env()
  const until = untilWords(closed)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Down for maintenance – ${escapeHtml(utility)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="muted">${escapeHtml(utility)}</p>
<h1>Our online service is down for maintenance</h1>
${closed.message ? `<p>${escapeHtml(closed.message)}</p>` : ""}
<p>${until ? escapeHtml(until) : "Please try again later."} Requests that you have sent are safe, and we keep working on them.</p>
<section aria-labelledby="emergency">
<h2 id="emergency">Smell gas, or a carbon monoxide alarm?</h2>
<p>Get everyone out. For gas: no flames, no switches. Call us from outside, day or night.</p>
<p class="call"><a href="${telHref(phone)}">${escapeHtml(phone)}</a></p>
<p><a href="/emergency">What to do in an emergency</a></p>
</section>
</main>
</body>
</html>
`
}
