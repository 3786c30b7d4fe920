import { env } from "@/lib/runtime/env"

export const dynamic = "force-dynamic"

const DAY_MS = 24 * 3_600_000

/** To whom holes in the app are reported (RFC 9116). It is made anew each time, so that it never runs out. */
export function GET(): Response {
  const { APP_URL, CONTACT_EMAIL } = env()
  const lines = [
    `Contact: ${CONTACT_EMAIL ? `mailto:${CONTACT_EMAIL}` : `${APP_URL}/contact`}`,
    `Expires: ${new Date(Date.now() + 30 * DAY_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_URL}/.well-known/security.txt`,
  ]
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" }
  return new Response(`${lines.join("\n")}\n`, { headers })
}
