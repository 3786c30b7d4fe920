import { type NextRequest, NextResponse } from "next/server"
import { cameFromUs } from "@/lib/http/check-origin"
import { isOfAnotherPage, OUTDATED_FORM, outdatedFormOf } from "@/lib/http/outdated-form"
import { isWrongHost, wrongHost } from "@/lib/http/wrong-host"
import { moveSecretToCookie } from "@/lib/identity/mailed-links/link-cookie"
import { storeSource } from "@/lib/platform/storage/store-origin"

/**
 * Gives each page a policy under which only scripts that the server itself put there may run. It guards nothing: forms
 * from other sites are refused by every action. Here they are only answered, before Next calls them failures of ours.
 */
export async function proxy(request: NextRequest) {
  if (request.method === "POST" && !cameFromUs(request.headers)) return FOREIGN.clone()
  if (request.method === "POST" && isWrongHost(request.headers)) return wrongHost()
  if (isOfAnotherPage(request)) return UNKNOWN.clone()
  const hop = request.method === "POST" ? undefined : moveSecretToCookie(request.nextUrl)
  if (hop) return onward(hop)
  const policy = contentSecurityPolicy(newNonce(), process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and puts it on its scripts.
  headers.set("Content-Security-Policy", policy)
  // Signing in leads back to where somebody wanted to go.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search)
  const outdated = await outdatedFormOf(request)
  if (outdated) {
    headers.set(OUTDATED_FORM, encodeURIComponent(JSON.stringify(outdated)))
    // It is no form any more, and the page is made as if it had been asked for.
    headers.set("content-type", "text/plain")
  }
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("Content-Security-Policy", policy)
  return response
}

/** To the page of a mailed link, without the secret it came with. */
function onward({ location, cookie }: NonNullable<ReturnType<typeof moveSecretToCookie>>): NextResponse {
  const response = NextResponse.redirect(location, 303)
  response.headers.set("Cache-Control", "no-store")
  response.headers.set("Referrer-Policy", "no-referrer")
  if (cookie) response.headers.append("Set-Cookie", cookie)
  return response
}

const FOREIGN = new Response("This request did not come from our own pages.", {
  status: 403,
  headers: { "content-type": "text/plain; charset=utf-8" },
})

/** As Next answers it, so that the page that sent it is brought up to date. */
const UNKNOWN = new Response("This page has no such form.", {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8", "x-nextjs-action-not-found": "1" },
})

/** 128 bits in 24 letters: it stands with every script of a page, twice. */
const newNonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64")

/** Development rebuilds code from text and injects styles; production does neither. */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "media-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", development && "ws:", storeSource()].filter(Boolean).join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}

export const config = {
  matcher: [
    // Only pages: what streams a body would be cut at 10 MB here, and what is no document needs no nonce.
    "/((?!api/|_next/static/|_next/image|healthz$|readyz$|metrics$|favicon.ico$|icon.svg$|live.js$|push-worker.js$|robots.txt$|\\.well-known/|uploads(?:/|$)).*)",
  ],
}
