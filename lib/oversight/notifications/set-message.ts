import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import { NOTICE_TEXTS } from "./message-texts"
import { type MessageEdit, Messages } from "./messages-contract"

/**
 * Keeps subject and body of one email. Emptied, or sent back unchanged, they give way to ours.
 * @throws AppError `invalid` for a text that lacks what it must say; and as `changeSettings` does
 */
export async function setMessage(actor: Actor, { notice, subject, body, version }: z.infer<typeof MessageEdit>) {
  const ours = NOTICE_TEXTS[notice]
  const written = { subject: subject ?? ours.subject, body: body ?? ours.body }
  const isOurs = written.subject === ours.subject && written.body === ours.body
  const { [notice]: _, ...others } = (await readSettings()).messages
  const checked = Messages.safeParse(isOurs ? others : { ...others, [notice]: written })
  if (!checked.success) {
    const [issue] = checked.error.issues
    const message = issue?.message ?? "This text is not valid"
    throw new AppError("invalid", message, { fields: { [String(issue?.path.at(-1))]: message } })
  }
  return changeSettings(actor, { version, messages: checked.data })
}
