import { BUCKETS, type Features, scoreOf } from "./features"

export interface Example {
  features: Features
  /** 1 of what the weights are to find, 0 of what not, between of what nobody could tell. */
  target: number
  importance: number
}

export interface Trained {
  bias: number
  weights: Float32Array
}

const EPOCHS = 20
const RATE = 0.2
const DECAY = 0.01

/** Logistic regression by adaptive steps, in an order that is random and always the same. */
export function train(examples: readonly Example[]): Trained {
  const weights = new Float32Array(BUCKETS)
  const slopes = new Float32Array(BUCKETS).fill(0.1)
  const order = examples.map((_, index) => index)
  const random = randomOf(11)
  let bias = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const { features, target, importance } = example
      const error = (probabilityOf(scoreOf(features, weights) + bias) - target) * importance
      bias -= 0.02 * error
      const { buckets, values } = features
      for (let i = 0; i < buckets.length; i++) {
        const bucket = buckets[i] ?? 0
        const weight = weights[bucket] ?? 0
        const slope = error * (values[i] ?? 0) + DECAY * weight
        const steep = (slopes[bucket] ?? 0) + slope * slope
        slopes[bucket] = steep
        weights[bucket] = weight - (RATE * slope) / Math.sqrt(steep)
      }
    }
  }
  return { bias, weights }
}

const probabilityOf = (score: number) => 1 / (1 + Math.exp(-score))

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0]
  }
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}
