import { createHmac, timingSafeEqual } from "node:crypto"
import { keyFor, secrets } from "@/lib/identity/auth/secrets"
import { NOTICE_IDS, type NoticeId } from "@/lib/model/notice"
import { Id } from "@/lib/model/text"

/** Whose emails about what a link ends. */
export interface Unsubscription {
  accountId: string
  notice: NoticeId | "digest"
}

const sign = (text: string, secret: string) => createHmac("sha256", keyFor("unsubscribe", secret)).update(text).digest()

/**
 * The secret of a link that ends emails about one thing, for whoever reads the mailbox, signed in or not. It gives no other
 * access and does not expire, since emails are kept for years.
 */
export function unsubscribeToken({ accountId, notice }: Unsubscription): string {
  const [{ kid, secret }] = secrets()
  const text = `${kid}.${accountId}.${notice}`
  return `${text}.${sign(text, secret).toString("base64url")}`
}

/** What a link ends; nothing when we have not signed it. */
export function readUnsubscribeToken(token: string): Unsubscription | undefined {
  const [kid, accountId = "", notice = "", signature = ""] = token.split(".")
  const known = secrets().find((it) => it.kid === kid)
  if (!known || !Id.safeParse(accountId).success) return undefined
  const expected = sign(`${kid}.${accountId}.${notice}`, known.secret)
  const given = Buffer.from(signature, "base64url")
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const meant = notice === "digest" ? notice : NOTICE_IDS.find((it) => it === notice)
  return meant && { accountId, notice: meant }
}
