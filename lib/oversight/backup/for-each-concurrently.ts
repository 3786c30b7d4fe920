const AT_ONCE = 8

/** Does the work for each of however many items, a few at a time. Ends with the first failure, once none is under way. */
export async function forEachOf<Item>(items: AsyncIterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
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
