/**
 * Coalesces look-ups by key: those made within one turn of the event loop become one call of `find`, so that under load
 * many requests share a statement. Nothing is cached: `find` always runs after the look-up was asked for.
 * @param find returns what it found by key; keys without an entry were not found
 */
export function coalesce<Found>(find: (keys: string[]) => Promise<Map<string, Found>>) {
  let next: { keys: Set<string>; found: Promise<Map<string, Found>> } | undefined

  function open() {
    const keys = new Set<string>()
    const turn = new Promise<void>((resolve) => setImmediate(resolve))
    const found = turn.then(() => {
      next = undefined
      return find([...keys])
    })
    return { keys, found }
  }

  return async (key: string): Promise<Found | undefined> => {
    next ??= open()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
