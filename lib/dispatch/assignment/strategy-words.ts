import type { StrategyName } from "@/lib/model/strategy"

/** The label of each strategy, and what it does. */
export const STRATEGY_LABELS: Record<StrategyName, { label: string; hint: string }> = {
  skilled: {
    label: "Most room",
    hint: "To whoever is least busy for what they can hold; urgent work counts more",
  },
  "least-loaded": { label: "Fewest open", hint: "To whoever has the fewest open requests, whatever they can hold" },
  "round-robin": { label: "In turn", hint: "To whoever was given something longest ago" },
  random: { label: "By lot", hint: "To anybody who has room" },
}

/** How emergencies go, before any strategy is asked. */
export const EMERGENCY_RULE =
  "to those with the fewest emergencies, on shift before on call, then to the best qualified"
