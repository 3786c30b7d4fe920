import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"

/** Pages that mailed links lead to, and under which name the address brings the secret there. */
const PAGES = { "/verify": "token", "/reset": "token", "/register/staff": "code" } as const
export type LinkPage = keyof typeof PAGES

const SECRET = /^[\w-]{1,200}$/
/** Long enough to fill in a form and to reload it; the link in the mail leads here again. */
const SECONDS = 3600

/** Names one link of several in a browser, and says nothing of its secret. */
const keyOf = (secret: string) => createHash("sha256").update(secret).digest("base64url").slice(0, 11)

/** Over TLS the name itself tells browsers to take the cookie from encrypted connections only. */
export const linkCookieName = (key: string): string =>
  `${env().APP_URL.startsWith("https://") ? "__Secure-" : ""}link-${key}`

const isLinkPage = (path: string): path is LinkPage => path in PAGES

/**
 * Where an address with a mailed secret leads instead, so that the secret stays in no history, bookmark or log behind
 * the first hop: to the same page, for which a cookie keeps it. Nothing for every other address. It is neither checked
 * nor used here: programs that look into mails open links too.
 */
export function withoutSecret(asked: URL): { location: URL; cookie: string | undefined } | undefined {
  const { pathname: page } = asked
  if (!isLinkPage(page)) return undefined
  const secret = asked.searchParams.get(PAGES[page])
  if (secret === null) return undefined
  const location = new URL(page, asked)
  if (!SECRET.test(secret)) return { location, cookie: undefined }
  const key = keyOf(secret)
  location.searchParams.set("link", key)
  // Lax: who comes from a page of mails comes from another site, also on the way to the second hop.
  const rules = `Path=${page}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax`
  const secure = env().APP_URL.startsWith("https://") ? "; Secure" : ""
  return { location, cookie: `${linkCookieName(key)}=${secret}; ${rules}${secure}` }
}
