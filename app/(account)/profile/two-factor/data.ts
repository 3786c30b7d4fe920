import { load } from "@/lib/http/load"
import { contract } from "@/lib/http/operation"
import { Enrolment, twoFactorOperations } from "@/lib/two-factor/contract"
import { pendingEnrolment } from "@/lib/two-factor/start"
import { getTwoFactor } from "@/lib/two-factor/state"

export const loadTwoFactor = load(twoFactorOperations.getTwoFactor, getTwoFactor)

/** For the page that shows the secret; programs are given it once, when they begin. */
export const loadEnrolment = load(
  contract({ access: "account", input: twoFactorOperations.getTwoFactor.input, output: Enrolment.optional() }),
  pendingEnrolment,
)
