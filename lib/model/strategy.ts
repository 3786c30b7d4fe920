/** How the best of the eligible candidates is chosen. */
export const STRATEGY_NAMES = ["skilled", "least-loaded", "round-robin", "random"] as const

export type StrategyName = (typeof STRATEGY_NAMES)[number]
