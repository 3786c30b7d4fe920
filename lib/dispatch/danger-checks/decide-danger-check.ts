import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { dangerChecks } from "@/db/schema/dispatch"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { readCandidate } from "@/lib/dispatch/assignment/known-staff"
import type { Actor } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { showRequest } from "@/lib/requests/select-requests"
import { answerCheck } from "./answer-check"
import type { DangerAnswer } from "./contract"
import { lockDangerCheck } from "./lock-danger-check"
import { qualifiedHazards } from "./qualified-hazards"

/**
 * Says whether a request is an emergency, and returns what became of it. Of several who answer at once the first counts;
 * their own answer again changes nothing.
 * @throws AppError `not_found` when there is no check or the actor may not see it, `forbidden` for API keys, `conflict`
 * when it was answered already, the request has ended, or it has changed since it was found to be no danger.
 */
export function decideDangerCheck(actor: Actor, { id, danger, version }: DangerAnswer) {
  const outcome = danger ? "danger" : "no_danger"
  return assigning(
    async (tx) => {
      const found = await lockDangerCheck(tx, id)
      const hazards = qualifiedHazards(await readCandidate(tx, actor.id))
      const check = found && { ...found, qualified: hazards.includes(found.hazard) ? [actor.id] : [] }
      authorize(actor, "danger-check.edit", check)
      if (check.outcome === outcome && check.decidedBy === actor.id) return
      if (check.outcome) throw await isAnswered(tx, check.reference, id)
      if (!isOpen(check.status)) throw new AppError("conflict", "This request has already ended.")
      // What the customer has added meanwhile may be the danger.
      if (!danger && version !== undefined && version !== check.version) throw changedMeanwhile("This request")
      await answerCheck(tx, actor, check, outcome)
    },
    async (tx) => {
      const { reference, priority, assignee } = await showRequest(tx, id)
      return { id, reference, outcome, priority, assignee } as const
    },
  )
}

const ANSWERS = {
  danger: "an emergency",
  no_danger: "no danger",
  unanswered: "an emergency, as nobody answered in time",
}

async function isAnswered(tx: Tx, reference: string, id: string): Promise<AppError> {
  const [found] = await tx
    .select({ outcome: dangerChecks.outcome, by: accounts.name })
    .from(dangerChecks)
    .leftJoin(accounts, eq(accounts.id, dangerChecks.decidedBy))
    .where(eq(dangerChecks.requestId, id))
  const by = found?.by ? ` by ${found.by}` : ""
  return new AppError("conflict", `${reference} was already checked${by}: ${ANSWERS[found?.outcome ?? "unanswered"]}.`)
}
