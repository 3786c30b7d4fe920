/** As many as one can look through afterwards. */
export const MOST_AT_ONCE = 500
