interface Queued<Item> {
  item: Item
  done: () => void
  failed: (reason: unknown) => void
}

interface Batches<Item> {
  /** Does the work for all of these items, or for none. */
  work: (items: Item[]) => Promise<unknown>
  /** Whether one item alone may have caused a failure, so that the others are tried again. */
  isOnes: (reason: unknown) => boolean
  /** Items in a batch at most. */
  most: number
}

/**
 * Batches work that can only be done one at a time, such as writes under one lock. Items that arrive while a batch is
 * being done gather and form the next batch; an item that arrives when nothing is being done starts at once. When a batch
 * fails because of one item, each is tried alone.
 * @returns a function that adds an item, and settles when its work is done
 */
export function inBatches<Item>({ work, isOnes, most }: Batches<Item>) {
  const waiting: Queued<Item>[] = []
  let busy = false

  async function go(): Promise<void> {
    busy = true
    while (waiting.length > 0) await attempt(waiting.splice(0, most))
    busy = false
  }

  async function attempt(batch: Queued<Item>[]): Promise<void> {
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
