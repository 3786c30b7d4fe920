import { safetyCheckFacts } from "@/lib/model/safety-check"
import { dangerIn, hazardOf } from "@/lib/requests/urgency"
import { CategoryStep, DangerStep, DetailsStep, type Draft, PremisesStep, SafetyCheckStep } from "./contract"

/** The pages of filing a request, one question each. */
export const STEPS = {
  question: "/requests/new",
  category: "/requests/new/category",
  safety: "/requests/new/safety",
  report: "/requests/new/report",
  details: "/requests/new/details",
  danger: "/requests/new/danger",
  premises: "/requests/new/premises",
  attachments: "/requests/new/attachments",
  check: "/requests/new/check",
} as const
export type Step = keyof typeof STEPS

const ASKING = [
  ["question", SafetyCheckStep],
  ["category", CategoryStep],
  ["details", DetailsStep],
  ["danger", DangerStep],
  ["premises", PremisesStep],
] as const
/** The danger page leads to the first question that is open, or back to the check. */
const NEXT = { category: "details", details: "premises", premises: "attachments" } as const

/**
 * The path of an earlier step that must be answered before this one; undefined when none is missing. Safety advice
 * comes before any question but the one about danger, and who is in danger has one page instead of all others.
 */
export function detour({ answers }: Draft, step: Step): string | undefined {
  if (isInDanger(answers)) return ["question", "safety", "report"].includes(step) ? undefined : STEPS.safety
  for (const [asked, answer] of ASKING) {
    if (asked === step) return undefined
    if (asked === "danger" && !dangerIn(answers)) continue
    if (!answer.safeParse(answers).success) return pathOf(asked, answers)
    if (step === "safety" && hazardOf(answers)) return undefined
  }
  return step === "report" ? STEPS.check : undefined
}

/** Whether the answer about danger makes it an emergency, which is reported on one page. */
export const isInDanger = ({ safetyCheck }: Draft["answers"]): boolean =>
  safetyCheck !== undefined && safetyCheckFacts(safetyCheck).priority === "emergency"

/** A draft that was begun before the question was there goes on where it was once it is answered. */
function pathOf(asked: Step, answers: Draft["answers"]): string {
  if (asked === "question" && answers.category) return `${STEPS.question}?return=check`
  return asked === "details" && hazardOf(answers) ? STEPS.safety : STEPS[asked]
}

/** The path after the question about danger: what to do if there is one, else the category, or back to the check. */
export function onwardsFromQuestion(form: FormData): string {
  const { safetyCheck } = SafetyCheckStep.safeParse({ safetyCheck: form.get("safetyCheck") }).data ?? {}
  if (isInDanger({ safetyCheck })) return STEPS.safety
  return form.get("return") === "check" ? STEPS.check : STEPS.category
}

/** The path after an answered step: the next step, or the check page when the answer was changed from there. */
export function onwards(step: keyof typeof NEXT, form: FormData): string {
  const back = form.get("return") === "check"
  const { category } = CategoryStep.safeParse({ category: form.get("category") }).data ?? {}
  if (hazardOf({ category })) return back ? `${STEPS.safety}?return=check` : STEPS.safety
  return back ? STEPS.check : STEPS[NEXT[step]]
}

/**
 * The path after the question of danger: the safety page if it is happening now, else the check page, which leads to
 * the next unanswered step.
 */
export function onwardsFromDanger(form: FormData): string {
  return form.get("happeningNow") === "true" ? STEPS.safety : STEPS.check
}
