import { createHash } from "node:crypto"
import PostalMime, { type Address, type Attachment, addressParser, type Email } from "postal-mime"
import { cleanLine } from "@/lib/model/clean-text"
import { cleanName } from "@/lib/platform/storage/store-file"
import { htmlToText } from "./html-to-text"

export interface MailFile {
  name: string
  content: Uint8Array
}

/** An email as we look at it. */
export interface InboundMail {
  /** The addresses in `From`, in lower case. */
  from: readonly string[]
  /** Every address that it may have come to, the server's own word first, in lower case. */
  recipients: readonly string[]
  messageId: string | undefined
  subject: string
  text: string
  files: readonly MailFile[]
  /** What says of a delivery that it failed (RFC 3464). */
  reports: readonly string[]
  /** The first header of this name. */
  header: (name: string) => string | undefined
}

/** More lines that begin as parts do are in no mail that a person wrote, and would take long to read. */
const MOST_PARTS = 1000
/** Where a person writes from, no part lies deeper. */
const DEEPEST = 30
const MOST_TEXT = 200_000
const MOST_SUBJECT = 2000
const SMALL_PICTURE = 20_000

/** Reads an email; undefined if it cannot be read, whatever it is. */
export async function readMail(raw: Uint8Array): Promise<InboundMail | undefined> {
  if (countParts(raw) > MOST_PARTS) return undefined
  try {
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST,
      maxHeadersSize: 500_000,
    })
    return mail.headers.some(({ key }) => key === "from") ? await asInbound(mail) : undefined
  } catch {
    return undefined
  }
}

const [LINE_FEED, DASH] = [0x0a, 0x2d]

function countParts(raw: Uint8Array): number {
  let count = 0
  for (let at = raw.indexOf(LINE_FEED); at >= 0; at = raw.indexOf(LINE_FEED, at + 1))
    if (raw[at + 1] === DASH && raw[at + 2] === DASH) count++
  return count
}

async function asInbound(mail: Email): Promise<InboundMail> {
  const all = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
  const plain = mail.text ?? ""
  const text = fromWindows(plain.trim() === "" && mail.html ? await htmlToText(mail.html) : plain)
  const delivered = [...all("delivered-to"), ...all("x-original-to"), ...all("envelope-to")]
  const attachments = mail.attachments.map((it) => ({ ...it, bytes: bytesOf(it) }))
  return {
    from: writersIn(all("from")),
    recipients: [...delivered.map(bare), ...addressesIn([...(mail.to ?? []), ...(mail.cc ?? [])])],
    messageId: mail.messageId,
    subject: cleanLine(fromWindows((mail.subject ?? "").slice(0, MOST_SUBJECT))).slice(0, 200),
    text: text.slice(0, MOST_TEXT),
    files: attachments
      .filter(isForUs)
      .map(({ filename, bytes }, i) => ({ name: cleanName(filename ?? `File ${i + 1}`), content: bytes })),
    reports: attachments
      .filter(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
      .map(({ bytes }) => Buffer.from(bytes.subarray(0, MOST_TEXT)).toString("utf8")),
    header: (name) => all(name)[0],
  }
}

/** The letters of windows-1252 from 0x80 on, which Node 20 decodes as control characters that no mail means. */
const OF_WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

const fromWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (char) => OF_WINDOWS[char.charCodeAt(0) - 0x80] ?? char)

/** Of a header that others may read otherwise than we do, there is no writer. */
function writersIn(headers: readonly string[]): string[] {
  const [header = ""] = headers
  return headers.length === 1 && !/[^\P{Cc}\t\r\n]/u.test(header)
    ? addressesIn(addressParser(header, { flatten: true }))
    : []
}

const bare = (address: string): string =>
  address
    .replace(/^.*<([^<>]*)>\s*$/s, "$1")
    .trim()
    .toLowerCase()

const addressesIn = (list: readonly (Address | undefined)[]): string[] =>
  list
    .flatMap((it) => (it?.group ? it.group : it?.address !== undefined ? [it] : []))
    .map(({ address }) => bare(address))
    .filter((address) => address !== "")

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)

/** What no person attached: signatures, reports, and the small pictures of a letterhead. */
const isForUs = ({ mimeType, related, bytes }: Attachment & { bytes: Uint8Array }): boolean =>
  !/^(application\/(x-)?pkcs7-|application\/pgp-|message\/(global-)?delivery-status|text\/rfc822-headers)/.test(
    mimeType,
  ) && !(related && mimeType.startsWith("image/") && bytes.length < SMALL_PICTURE)

/**
 * Tells an email that is delivered again from all others: by its sender, its Message-ID and the address of ours that it came
 * to, or all of it where it has no id.
 */
export function fingerprintOf(raw: Uint8Array, mail: InboundMail | undefined, cameTo: string | undefined): string {
  const hash = createHash("sha256")
  const id = mail?.messageId?.trim()
  const told = [mail?.from[0] ?? "", id, ...(cameTo === undefined ? [] : [cameTo])]
  return (id ? hash.update(JSON.stringify(told)) : hash.update(raw)).digest("base64url")
}
