import { load } from "@/lib/http/load"
import { Enrolment } from "@/lib/identity/two-factor/contract"
import { getPendingEnrolment } from "@/lib/identity/two-factor/get-pending-enrolment"
import { getTwoFactor } from "@/lib/identity/two-factor/get-two-factor"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { contract } from "@/lib/model/operation"

export const loadTwoFactor = load(twoFactorOperations.getTwoFactor, getTwoFactor)

/** For the page that shows the secret; programs are given it once, when they begin. */
export const loadEnrolment = load(
  contract({ access: "account", input: twoFactorOperations.getTwoFactor.input, output: Enrolment.optional() }),
  getPendingEnrolment,
)
