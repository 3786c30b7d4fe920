import { cleanProse } from "@/lib/model/clean-text"
import { cutQuote } from "./cut-quote"
import { withoutOwnWords } from "./own-words"
import type { InboundMail } from "./read-mail"

/** What an email says, without what it quotes and without what we say about danger. */
export const wordsOfMail = ({ text }: Pick<InboundMail, "text">): string =>
  withoutOwnWords(cutQuote(cleanProse(text))).trim()
