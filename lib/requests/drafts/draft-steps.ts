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

/** Where to go instead, when a step comes before what it builds on. What may save a life comes before any question. */
export function detour({ answers }: Draft, step: Step): string | undefined {
  for (const [asked, answer] of ASKING) {
    if (asked === step) return undefined
    if (asked === "danger" && !dangerIn(answers)) continue
    if (!answer.safeParse(answers).success)
      return asked === "details" && hazardOf(answers) ? STEPS.safety : STEPS[asked]
    if (step === "safety" && hazardOf(answers)) return undefined
  }
}

/** Where an answered step leads: onwards, or back to the check where somebody chose to change it. */
export function onwards(step: keyof typeof NEXT, form: FormData): string {
  const back = form.get("return") === "check"
  const { category } = CategoryStep.safeParse({ category: form.get("category") }).data ?? {}
  if (hazardOf({ category })) return back ? `${STEPS.safety}?return=check` : STEPS.safety
  return back ? STEPS.check : STEPS[NEXT[step]]
}

/** Whoever is in danger is told what to do first; whoever is not goes on where they were. */
export function onwardsFromDanger(form: FormData): string {
  return form.get("happeningNow") === "true" ? STEPS.safety : STEPS.check
}
