import type { StrategyName } from "@/lib/model/strategy"

/** The label of each strategy, and what it does. */
export const STRATEGY_LABELS: Record<StrategyName, { label: string; hint: string }> = {
  skilled: {
    label: "By spare capacity",
    hint: "To the person with the most spare capacity. Urgent requests count more",
  },
  "least-loaded": {
    label: "By open requests",
    hint: "To the person with the fewest open requests, whatever their capacity",
  },
  "round-robin": { label: "In turn", hint: "To the person whose last assignment was longest ago" },
  random: { label: "At random", hint: "To any person with spare capacity" },
}

/** How emergencies go, before any strategy is asked. */
export const EMERGENCY_RULE = "to the person with the fewest emergencies, on shift before on call, then by skill level"
