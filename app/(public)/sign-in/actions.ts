"use server"

import { action } from "@/lib/http/action"
import { challengeToAnswer, enterAnswered, enterOrAsk } from "@/lib/http/sign-in-steps"
import { signInContracts } from "@/lib/identity/auth/operations"
import { answerChallenge } from "@/lib/identity/two-factor/answer-challenge"
import { beginSignIn } from "@/lib/identity/two-factor/begin-sign-in"
export const signIn = action(signInContracts.signIn, beginSignIn, (begun, form) => enterOrAsk(begun, form.get("next")))

export const answerCode = action(
  signInContracts.answerChallenge,
  async (visitor, { code }) => answerChallenge(visitor, { challengeId: await challengeToAnswer(), code }),
  (session, form) => enterAnswered(session, form.get("next")),
)
