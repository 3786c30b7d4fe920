import { telHref } from "@/lib/model/phone"
import { env } from "@/lib/runtime/env"
import { escapeHtml } from "@/lib/runtime/escape-html"
import { sameHost } from "./check-origin"
import { sayWrongHost } from "./say-wrong-host"

/**
 * Whether a browser sends a form to the very site it got it from, and neither APP_URL nor the Host that arrives here is
 * that site: a proxy in between has rewritten Host. Next would fail on every form. The first one from each address is logged.
 */
export function isWrongHost(headers: Headers): boolean {
  const origin = headers.get("origin") ?? ""
  const host = headers.get("host")
  if (headers.get("sec-fetch-site") !== "same-origin" || !URL.canParse(origin) || sameHost(origin, host)) return false
  sayWrongHost({
    level: "error",
    origin: new URL(origin).origin,
    host,
    what: "forms are refused: people's browsers are at another address than APP_URL and Host say",
  })
  return true
}

/** Answers such a form in plain words. With scripts it is first sent again without, so that the browser shows them. */
export function wrongHost(): Response {
  const phone = env().EMERGENCY_PHONE
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>This form cannot be sent</title>
<h1>This form cannot be sent</h1>
<p>This site is set up for another web address, so nothing was saved. This is our mistake, not yours. Please tell us.</p>
<p><strong>Smell gas?</strong> Leave the building, then call <a href="${escapeHtml(telHref(phone))}">${escapeHtml(phone)}</a>.</p></html>`
  return new Response(page, {
    status: 400,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cache-control": "no-store",
      "x-nextjs-action-not-found": "1",
    },
  })
}
