import type { Tx } from "@/db/client"
import { CATEGORIES } from "@/lib/model/category"
import type { MailJob } from "@/lib/model/mail-job"
import type { ComposedMail } from "@/lib/platform/mail/mail"
import { env } from "@/lib/runtime/env"
import { footerOf, messageIdOfDigest, toldAddress, unsubscribeAddress } from "./compose-notification"
import { NOTICE_TEXTS } from "./message-texts"
import { inDigestOf, takeDeliveries } from "./read-deliveries"
import { unsubscribeToken } from "./unsubscribe-token"
import { writeMessage } from "./write-message"

type Digest = Extract<MailJob, { kind: "digest" }>

/** The daily summary: a paragraph for each request, with what happened to it. Undefined when nothing is left to tell. */
export async function composeDigest(tx: Tx, { accountId }: Digest): Promise<ComposedMail | undefined> {
  const taken = await takeDeliveries(tx, accountId, inDigestOf(accountId))
  const [first] = taken?.waiting ?? []
  if (!taken || !first) return undefined
  const { reader, waiting } = taken
  const byRequest = new Map<string, typeof waiting>()
  for (const it of waiting) if (it.requestId) byRequest.set(it.requestId, [...(byRequest.get(it.requestId) ?? []), it])
  const paragraphs = [...byRequest.values()].flatMap((about) => {
    const [one] = about
    if (!one) return []
    const name = [one.reference, one.category && CATEGORIES[one.category].name].filter(Boolean).join(", ")
    return [[name, ...about.map(({ notice }) => `- ${NOTICE_TEXTS[notice].line}`), toldAddress(reader, one)].join("\n")]
  })
  const count = byRequest.size === 1 ? "1 request" : `${byRequest.size} requests`
  const written = writeMessage(
    {
      subject: `Your daily summary from {utility}: ${count}`,
      body: ["This has happened since your last summary.", ...paragraphs].join("\n\n"),
    },
    { utility: env().UTILITY_NAME },
    footerOf(reader.actor.role),
  )
  return {
    to: reader.email,
    ...written,
    messageId: messageIdOfDigest(first.id, accountId),
    unsubscribe: unsubscribeAddress(unsubscribeToken({ accountId, notice: "digest" })),
    deliveries: waiting.map(({ id }) => id),
  }
}
