import { generateSync } from "otplib"
import { type Api, answer } from "./api"

const STEP = 30

/** An authenticator app in a hurry: a second code comes at once, that of the next half minute, which is good as well. */
export function appFor(secret: string): () => string {
  let last = 0
  return () => {
    const now = Math.floor(Date.now() / 1000 / STEP)
    last = Math.max(last + 1, now)
    if (last > now + 1) throw new Error("A third code is not good yet: use a recovery code.")
    return generateSync({ secret, epoch: last * STEP })
  }
}

/** Sets up a second factor by JSON: the app, and the recovery codes. */
export async function enrol(person: Api, currentPassword: string) {
  const { secret } = await answer<{ secret: string }>(person.post("/profile/two-factor", { currentPassword }), 201)
  const code = appFor(secret)
  const { recoveryCodes } = await answer<{ recoveryCodes: string[] }>(
    person.put("/profile/two-factor", { code: code() }),
    200,
  )
  return { secret, code, recoveryCodes }
}
