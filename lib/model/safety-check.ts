import type { Category, Priority } from "./category"
import type { Hazard } from "./hazard"

export interface SafetyCheckFacts {
  /** The answer as the first page of a request offers it. */
  answer: string
  hazard?: Hazard
  /** The lowest priority of a request with this answer. */
  priority?: Priority
  /** What the request is about when nobody chooses a category. */
  category?: Category
}

/** The answers to "Is anyone in danger right now?", in the order that they are offered. */
export const SAFETY_CHECKS = {
  gas_smell: {
    answer: "I smell gas or hear it escaping",
    hazard: "gas",
    priority: "emergency",
    category: "gas_leak",
  },
  co_alarm: {
    answer: "A carbon monoxide alarm is sounding, or someone feels ill near an appliance",
    hazard: "carbon_monoxide",
    priority: "emergency",
    category: "carbon_monoxide_alarm",
  },
  pipe_hit: {
    answer: "A pipe or meter has been hit",
    hazard: "gas",
    priority: "emergency",
    category: "gas_leak",
  },
  vulnerable: {
    answer: "There is no gas, and someone here is vulnerable",
    priority: "high",
    category: "no_gas",
  },
  none: { answer: "None of these" },
} as const satisfies Record<string, SafetyCheckFacts>

export type SafetyCheck = keyof typeof SAFETY_CHECKS
export const SAFETY_CHECK_IDS = Object.keys(SAFETY_CHECKS) as [SafetyCheck, ...SafetyCheck[]]

export const safetyCheckFacts = (check: SafetyCheck): SafetyCheckFacts => SAFETY_CHECKS[check]
