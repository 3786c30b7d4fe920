import { createHash } from "node:crypto"
import { env } from "@/lib/runtime/env"

/**
 * Next encrypts what an action remembers of its page with a key that it puts into the build, unless it is told another
 * before the first request. Ours remember nothing (`app/actions.test.ts` sees to it), so that no form is lost when the
 * secret is replaced; should Next ever encrypt something, it is not with a key that everybody can read in the image.
 */
export function setKeyOfForms(): void {
  const key = createHash("sha256").update(`forms:${env().AUTH_SECRET}`).digest("base64")
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = key
}
