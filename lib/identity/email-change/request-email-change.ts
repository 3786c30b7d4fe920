import { type Tx, transaction } from "@/db/client"
import { lockVerified } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { seal } from "@/lib/identity/auth/seal"
import { emailKey, takeTry, tryIsLeft } from "@/lib/identity/auth/throttle"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { requireSecondFactor } from "@/lib/identity/two-factor/require-second-factor"
import { limitCodeTries } from "@/lib/identity/two-factor/spend-code"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const HOUR = 3600

const ANSWER = {
  message: "We have sent an email to the new address. Your address changes when you follow the link in it.",
}

interface Asked {
  email: string
  currentPassword: string
  code?: string
}

/**
 * Mails a link to the new address and a notice to the present one. Nothing changes until the link is followed. Whether
 * the new address has an account is found out only when the mail is written, so neither answer nor time tells it.
 * An address gets five such mails an hour, whoever asks for them.
 * @throws AppError `invalid` for a wrong password or code, or the actor's own address; `second_factor_required` without
 *   the code where there is a factor; `too_many_requests` after ten an hour, or too many wrong passwords or codes
 */
export async function requestEmailChange(actor: Actor, { email, currentPassword, code }: Asked) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const passwordHash = await reauthenticate(actor, currentPassword)
  await refuseOwn(actor, email)
  await takeTry([{ key: `email-change:account:${actor.id}`, tries: 10, seconds: HOUR }])
  const ask = () =>
    transaction(async (tx) => {
      await lockVerified(tx, { id: actor.id, passwordHash })
      await requireSecondFactor(tx, actor, actor.id, code)
      await audit(tx, authorOf(actor), { action: "account.email_change_asked", subject: ["account", actor.id] })
      await enqueueMails(tx, actor, email)
    })
  await (code === undefined ? ask() : limitCodeTries(actor.id, actor, ask))
  return ANSWER
}

async function refuseOwn(actor: Actor, email: string): Promise<void> {
  const present = await getProfile(actor)
  if (present.email.toLowerCase() !== email.toLowerCase()) return
  const message = "This is your email address already. Enter a different one"
  throw new AppError("invalid", message, { fields: { email: message } })
}

async function enqueueMails(tx: Tx, actor: Actor, email: string): Promise<void> {
  const mails = await tryIsLeft(tx, { key: `email-change:address:${emailKey(email)}`, tries: 5, seconds: HOUR })
  const accountId = mails ? actor.id : NO_ACCOUNT
  await enqueue(tx, "send_mail", { kind: "change_email", accountId, sealedTo: seal(email) })
  await enqueue(tx, "send_mail", { kind: "email_change_asked", accountId: actor.id })
}
