import { z } from "zod"
import { cleanProse } from "@/lib/model/clean-text"
import { UNSENT_KINDS } from "@/lib/model/message"
import { Id } from "@/lib/model/text"
import { MessageToSend, NoteToLeave } from "@/lib/requests/conversation/contract"

/** More than can be sent, so that a text that is too long is not lost before it was cut down. */
const MOST_UNSENT = 20_000

const Name = z.string().regex(/^[\w.-]{1,40}$/)

/**
 * What a window knows of the words that it shows: the version that it saw, its name, and a count that grows. What is sent
 * twice under the same name is sent once.
 */
export const UnsentSeen = z.object({
  version: z.int().min(0),
  window: Name.optional(),
  turn: z.int().min(0).optional(),
  send: Name.optional(),
})
export type UnsentSeen = z.infer<typeof UnsentSeen>

/** What forms send beside the words. Those who have typed nothing since the page came, or have no scripts, saw its version. */
const FromForm = { unsent: UnsentSeen.optional() }
export const MessageFromForm = MessageToSend.safeExtend(FromForm)
export const NoteFromForm = NoteToLeave.safeExtend(FromForm)

export const WordsToKeep = UnsentSeen.omit({ send: true })
  .required()
  .extend({
    id: Id,
    kind: z.enum(UNSENT_KINDS),
    text: z.string().max(MOST_UNSENT).overwrite(cleanProse),
  })
export type WordsToKeep = z.infer<typeof WordsToKeep>

export const KeptWords = z.object({ text: z.string(), version: z.number().int() })
export type KeptWords = z.infer<typeof KeptWords>

/** Empty where nothing is half written. */
export const Unsent = z.record(z.enum(UNSENT_KINDS), KeptWords)
export type Unsent = z.infer<typeof Unsent>
