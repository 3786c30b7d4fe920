/** Numbers that are the same for the same seed (mulberry32), in the shapes a day needs. */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + next() * (most - least)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between,
    whole: (least: number, most: number) => Math.floor(between(least, most + 1)),
    /** Most are short, a few are long. */
    lognormal: (mean: number, spread: number) => mean * Math.exp(spread * normal() - spread ** 2 / 2),
    /** One of many, as often as its weight says. */
    weighted<T>(choices: readonly (readonly [T, number])[]): T {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      throw new Error("There is nothing to choose from.")
    },
  }
}

export type Random = ReturnType<typeof randomOf>
