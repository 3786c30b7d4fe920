import { dangerIn, hazardOf } from "@/lib/requests/urgency"
import { CategoryStep, DangerStep, DetailsStep, type Draft, PremisesStep } from "./contract"

/** The pages of filing a request, one question each. */
export const STEPS = {
  category: "/requests/new",
  safety: "/requests/new/safety",
  details: "/requests/new/details",
  danger: "/requests/new/danger",
  premises: "/requests/new/premises",
  attachments: "/requests/new/attachments",
  check: "/requests/new/check",
} as const
export type Step = keyof typeof STEPS

const ASKING = [
  ["category", CategoryStep],
  ["details", DetailsStep],
  ["danger", DangerStep],
  ["premises", PremisesStep],
] as const
/** The danger page leads to the first question that is open, or back to the check. */
const NEXT = { category: "details", details: "premises", premises: "attachments" } as const

/**
 * The path of an earlier step that must be answered before this one; undefined when none is missing. Safety advice
 * comes before any question.
 */
export function detour({ answers }: Draft, step: Step): string | undefined {
  for (const [asked, answer] of ASKING) {
    if (asked === step) return undefined
    if (asked === "danger" && !dangerIn(answers)) continue
    if (!answer.safeParse(answers).success)
      return asked === "details" && hazardOf(answers) ? STEPS.safety : STEPS[asked]
    if (step === "safety" && hazardOf(answers)) return undefined
  }
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
