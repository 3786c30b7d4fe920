interface Waiting<Item> {
  item: Item
  done: () => void
  failed: (reason: unknown) => void
}

interface Batches<Item> {
  /** Does the work for all of these, or for none. */
  work: (items: Item[]) => Promise<unknown>
  /** Whether a failure may come from one item alone, so that the others deserve another try. */
  isOnes: (reason: unknown) => boolean
  most: number
}

/**
 * For work that has to be done one after the other: what comes while a batch is on its way gathers, and goes with the
 * next. A lone item goes at once. When a batch fails for the sake of one, each is tried alone.
 */
export function inBatches<Item>({ work, isOnes, most }: Batches<Item>) {
  const waiting: Waiting<Item>[] = []
  let busy = false

  async function go(): Promise<void> {
    busy = true
    while (waiting.length > 0) await attempt(waiting.splice(0, most))
    busy = false
  }

  async function attempt(batch: Waiting<Item>[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item))
      for (const { done } of batch) done()
    } catch (reason) {
      if (batch.length > 1 && isOnes(reason)) for (const one of batch) await attempt([one])
      else for (const { failed } of batch) failed(reason)
    }
  }

  return (item: Item): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!busy) void go()
    })
}
