const AT_ONCE = 8

/**
 * Runs `work` for every item, eight at a time. After a failure it starts no more, waits for those running and throws
 * the first reason.
 */
export async function forEachConcurrently<Item>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]()
  let failure: { reason: unknown } | undefined
  const go = async () => {
    while (!failure) {
      const { done, value } = await iterator.next()
      if (done) return
      await work(value)
    }
  }
  const all = Array.from({ length: AT_ONCE }, () =>
    go().catch((reason: unknown) => {
      failure ??= { reason }
    }),
  )
  await Promise.all(all)
  if (failure) throw failure.reason
}
