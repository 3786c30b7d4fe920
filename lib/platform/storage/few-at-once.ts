/** A store has a limited number of connections, and whatever waits for one longer than it may fails. */
const AT_ONCE = 16

/** Runs work for each item, not all at once, and returns the results in the order of the items. */
export async function fewAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))))
  return results
}

/** The items of which something is true. */
export async function only<T>(items: readonly T[], is: (item: T) => Promise<boolean>): Promise<T[]> {
  const answers = await fewAtOnce(items, is)
  return items.filter((_, i) => answers[i])
}
