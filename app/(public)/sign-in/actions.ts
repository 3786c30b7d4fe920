"use server"

import { action } from "@/lib/http/action"
import { challengeToAnswer, enterAnswered, enterOrAsk } from "@/lib/http/sign-in-steps"
import { entering } from "@/lib/identity/auth/contract"
import { answerChallenge, beginSignIn } from "@/lib/identity/two-factor/challenge"

export const signIn = action(entering.signIn, beginSignIn, (begun, form) => enterOrAsk(begun, form.get("next")))

export const answerCode = action(
  entering.answerChallenge,
  async (visitor, { code }) => answerChallenge(visitor, { challengeId: await challengeToAnswer(), code }),
  (session, form) => enterAnswered(session, form.get("next")),
)
