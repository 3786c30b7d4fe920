/** The page on which calls are taken. */
export const NEW_CALL = "/desk/requests/new"

interface Asked {
  q?: string | undefined
  /** The id of the customer who calls, or `new`. */
  customer?: string
}

/** The address of a call, as far as it is known who calls. */
export function callAddress(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return query.size > 0 ? `${NEW_CALL}?${query}` : NEW_CALL
}
