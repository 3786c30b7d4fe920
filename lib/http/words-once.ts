import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import type { UnsentKind } from "@/lib/model/message"
import type { UnsentSeen } from "@/lib/requests/unsent/contract"
import { settleUnsent } from "@/lib/requests/unsent/settle-unsent"
import { formOnce } from "./form-once"

interface Words {
  id: string
  text: string
  unsent?: UnsentSeen | undefined
}

/**
 * A verb that sends words, done once when the same are sent again since no answer came. What was kept of them while nobody
 * knew whether they had arrived is kept no longer.
 */
export const wordsOnce =
  <W extends Words, T>(kind: UnsentKind, verb: (actor: Actor, words: W) => Promise<T>) =>
  async (actor: Actor, words: W): Promise<T> => {
    const { unsent, ...content } = words
    let isFirst = false
    const result = await formOnce(unsent?.send, content, () => {
      isFirst = true
      return verb(actor, words)
    })
    if (!isFirst) await transaction((tx) => settleUnsent(tx, actor, kind, words))
    return result
  }
