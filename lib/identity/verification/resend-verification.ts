import { db } from "@/db/client"
import { takeTry } from "@/lib/identity/auth/throttle"
import { getProfile } from "@/lib/identity/profile/get-profile"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const ANSWER = { message: "If your email address is not confirmed yet, we have sent you a link." }

/**
 * Mails the confirmation link again. The link before dies when the new one is made. An address that is confirmed already
 * gets no mail.
 * @throws AppError `too_many_requests` after five times an hour
 */
export async function resendVerification(actor: Actor) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  await takeTry([{ key: `verification:account:${actor.id}`, tries: 5, seconds: 3600 }])
  const { emailVerifiedAt } = await getProfile(actor)
  if (emailVerifiedAt) return ANSWER
  await enqueue(db, "send_mail", { kind: "verify_email", accountId: actor.id })
  return ANSWER
}
