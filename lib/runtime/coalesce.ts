/**
 * Looks up by key, and sends what is wanted within one turn of the event loop as one question: under load many requests
 * share a statement, and none is answered from before it asked.
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
