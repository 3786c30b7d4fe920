import { createHmac, timingSafeEqual } from "node:crypto"
import { keyFor, secrets } from "@/lib/identity/auth/secrets"
import { readReference } from "@/lib/requests/reference"
import { env } from "@/lib/runtime/env"

/** Mail servers may change the case of an address, so that it is written in letters of one case. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
/** 130 bits. */
const LENGTH = 26

/** What an answer is about, and whom it has to be from. */
interface Answered {
  reference: string
  accountId: string
}

function sign({ reference, accountId }: Answered, secret: string): string {
  const digest = createHmac("sha256", keyFor("reply address", secret)).update(`${reference}.${accountId}`).digest()
  let [bits, value, text] = [0, 0, ""]
  for (const byte of digest) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += LETTERS[(value >> (bits - 5)) & 31]
  }
  return text.slice(0, LENGTH)
}

/**
 * The address that a customer answers emails about a request to: `replies+gr7k3m9q2f-…@utility.example`, with at most 64
 * characters before the @. Undefined where emails cannot be answered.
 */
export function replyAddress(answered: Answered): string | undefined {
  const [local, domain] = env().MAIL_REPLY_ADDRESS?.split("@") ?? []
  if (!local || !domain) return undefined
  const [{ secret }] = secrets()
  return `${local}+${answered.reference.replaceAll("-", "").toLowerCase()}-${sign(answered, secret)}@${domain}`
}

/** An address of ours that an email came to. Whether we have made it, `isSigned` tells. */
export interface UsedAddress {
  reference: string
  signature: string
}

/** The first of some addresses, in lower case, that looks like one of ours. */
export function findUsedAddress(addresses: readonly string[]): UsedAddress | undefined {
  const [local, domain] = env().MAIL_REPLY_ADDRESS?.toLowerCase().split("@") ?? []
  if (!local || !domain) return undefined
  for (const address of addresses) {
    if (!address.startsWith(`${local}+`) || !address.endsWith(`@${domain}`)) continue
    const token = address.slice(local.length + 1, -domain.length - 1)
    const [, letters = "", signature = ""] = /^(gr[2-9a-z]{8})-([a-z2-7]{26})$/.exec(token) ?? []
    const reference = readReference(letters)
    if (reference) return { reference, signature }
  }
  return undefined
}

/** Whether we have made an address for this customer. */
export const isSigned = ({ reference, signature }: UsedAddress, accountId: string): boolean =>
  secrets().some(({ secret }) => {
    const expected = Buffer.from(sign({ reference, accountId }, secret))
    const given = Buffer.from(signature)
    return expected.length === given.length && timingSafeEqual(expected, given)
  })

/** Whether an address, in lower case, is one that answers come to, with or without what stands behind the plus. */
export function isReplyAddress(address: string): boolean {
  const [local = "", domain] = address.split("@")
  return `${local.split("+")[0]}@${domain}` === env().MAIL_REPLY_ADDRESS?.toLowerCase()
}
