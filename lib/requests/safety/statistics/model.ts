import type { Thresholds } from "../verdict"

/** ScoringHead of features, each as a whole number of steps of `scale`. */
export interface ScoringHead {
  bias: number
  scale: number
  weights: Int8Array
}

export interface Model {
  thresholds: Thresholds
  danger: ScoringHead
  /** Tells carbon monoxide from gas. */
  monoxide: ScoringHead
}

interface StoredHead {
  bias: number
  scale: number
  weights: string
}

/** What `npm run safety:train` writes. */
export interface StoredModel {
  thresholds: Thresholds
  danger: StoredHead
  monoxide: StoredHead
}

export function modelOf({ thresholds, danger, monoxide }: StoredModel): Model {
  return { thresholds, danger: headOf(danger), monoxide: headOf(monoxide) }
}

const headOf = ({ bias, scale, weights }: StoredHead): ScoringHead => ({
  bias,
  scale,
  weights: Int8Array.from(Buffer.from(weights, "base64")),
})

/** ScoringHead in 255 steps, as they are kept and used. */
export function headFrom({ bias, weights }: { bias: number; weights: Float32Array }): ScoringHead {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127
  return { bias: rounded(bias), scale: rounded(scale), weights: Int8Array.from(weights, (w) => Math.round(w / scale)) }
}

export const stored = ({ bias, scale, weights }: ScoringHead): StoredHead => ({
  bias,
  scale,
  weights: Buffer.from(weights.buffer).toString("base64"),
})

const rounded = (value: number) => Number(value.toPrecision(6))
