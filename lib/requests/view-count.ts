/** Beside a view and above a list, requests are counted exactly up to here. Of more it is enough that they are more. */
export const VIEW_COUNT_LIMIT = 999

/** A count as it is shown: "12", or "999+". */
export const viewCountInWords = (count: number): string =>
  count > VIEW_COUNT_LIMIT ? `${VIEW_COUNT_LIMIT}+` : `${count}`
