import { NOTICES } from "@/lib/model/notice"
import { footerOf } from "@/lib/oversight/notifications/compose-notification"
import { NOTICE_TEXTS } from "@/lib/oversight/notifications/message-texts"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { env } from "@/lib/runtime/env"

/** A placeholder of a pattern may stand for so much. */
const MOST_FILLED_IN = 200

let known: { phone: string; sentences: RegExp[] } | undefined

/**
 * Takes out of an answer the sentences of our own emails that speak of danger, quoted or not and however they are broken
 * into lines: what we say about a smell of gas is not what somebody tells us.
 */
export function withoutOwnWords(text: string): string {
  const phone = env().EMERGENCY_PHONE
  if (known?.phone !== phone) known = { phone, sentences: ownSentences() }
  return known.sentences.reduce((rest, sentence) => rest.replace(sentence, ""), text)
}

function ownSentences(): RegExp[] {
  const { EMERGENCY_PHONE } = env()
  const patterns = Object.entries(NOTICE_TEXTS)
    .filter(([id]) => NOTICES[id as keyof typeof NOTICES].for === "customer")
    .map(([, { body }]) => body.replaceAll("{emergency_phone}", EMERGENCY_PHONE))
  const sentences = [...patterns, ...footerOf("customer").lines].flatMap((it) => it.split(/\n\n|(?<=[.?]) /))
  return [...new Set(sentences)].filter(speaksOfDanger).map(asWritten)
}

/** A category may be "Gas smell or leak". */
const speaksOfDanger = (sentence: string) =>
  sentence.includes("{category}") || judgeText(sentence.replace(/\{\w+\}/g, "")).verdict !== "none"

/** Mail programs break lines anywhere, and put quotation marks before them. */
function asWritten(sentence: string): RegExp {
  const words = sentence.split(" ").map((word) =>
    word
      .split(/\{\w+\}/)
      .map(escaped)
      .join(`[\\s\\S]{0,${MOST_FILLED_IN}}?`),
  )
  return new RegExp(words.join("[\\s>]+"), "g")
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
