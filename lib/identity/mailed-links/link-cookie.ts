import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"

/** The pages that mailed links lead to, each with the query parameter that carries the secret. */
const PAGES = {
  "/verify": "token",
  "/reset": "token",
  "/register/staff": "code",
  "/profile/email/confirm": "token",
} as const
export type LinkPage = keyof typeof PAGES

/** People may have to sign in first: then the page is made in answer to that form, which a narrower cookie does not reach. */
const AFTER_SIGN_IN: readonly LinkPage[] = ["/profile/email/confirm"]

const SECRET = /^[\w-]{1,200}$/
/** Long enough to fill in the form and reload the page. Afterwards the link in the mail still leads there. */
const SECONDS = 3600

/** Tells one link in a browser from another without revealing its secret. */
const keyOf = (secret: string) => createHash("sha256").update(secret).digest("base64url").slice(0, 11)

/** The name of the cookie of one link. Over TLS the prefix `__Secure-` keeps it to encrypted connections. */
export const linkCookieName = (key: string): string =>
  `${env().APP_URL.startsWith("https://") ? "__Secure-" : ""}link-${key}`

const isLinkPage = (path: string): path is LinkPage => path in PAGES

/**
 * Moves the secret of a mailed link from the address into a cookie for that page, so that it stays in no history,
 * bookmark or log. The secret is neither checked nor used up here, since mail programs open links too.
 * @returns the address to redirect to and the Set-Cookie header; nothing for an address without a secret
 */
export function moveSecretToCookie(asked: URL): { location: URL; cookie: string | undefined } | undefined {
  const { pathname: page } = asked
  if (!isLinkPage(page)) return undefined
  const secret = asked.searchParams.get(PAGES[page])
  if (secret === null) return undefined
  const location = new URL(page, asked)
  if (!SECRET.test(secret)) return { location, cookie: undefined }
  const key = keyOf(secret)
  location.searchParams.set("link", key)
  // Lax and not Strict: people come from a webmail site, and the redirect still counts as coming from there.
  const rules = `Path=${AFTER_SIGN_IN.includes(page) ? "/" : page}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax`
  const secure = env().APP_URL.startsWith("https://") ? "; Secure" : ""
  return { location, cookie: `${linkCookieName(key)}=${secret}; ${rules}${secure}` }
}
