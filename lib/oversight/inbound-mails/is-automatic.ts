import type { DropReason } from "@/lib/model/inbound-mail"
import { env } from "@/lib/runtime/env"
import type { InboundMail } from "./read-mail"
import { isReplyAddress } from "./reply-address"

/** Headers by which programs that answer by themselves can be known, beside the standard one (RFC 3834). */
const OF_ROBOTS = ["x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder"]
const SUBJECTS =
  /^(auto(matic)?[ -]?(reply|response|antwort)|automatische antwort|out of (the )?office|réponse automatique|respuesta automática|autorespuesta)\b/i

/** Why an email is no answer of a person; undefined if it may be. What comes back undelivered is looked at before. */
export function whyAutomatic({ header, from, subject }: InboundMail): DropReason | undefined {
  const sender = /<([^<>]*)>\s*$/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM
  const isOwn = (address: string) => address === sender.toLowerCase() || isReplyAddress(address)
  if (from.some(isOwn)) return "own"
  const submitted = header("auto-submitted")?.trim().toLowerCase()
  if (submitted !== undefined && submitted !== "no") return "automatic"
  if (OF_ROBOTS.some((name) => header(name) !== undefined) || SUBJECTS.test(subject)) return "automatic"
  const precedence = header("precedence")?.trim().toLowerCase() ?? ""
  if (/^(auto[_-]?reply|junk)$/.test(precedence)) return "automatic"
  if (/^(bulk|list)$/.test(precedence) || header("list-id") !== undefined) return "list"
  return header("return-path")?.trim() === "<>" ? "automatic" : undefined
}

/** Whether it comes from a mail server, which writes of what it could not deliver. */
export const isOfMailServer = ({ from }: InboundMail): boolean =>
  from.some((address) => /^(mailer-daemon|postmaster)@/.test(address))
