/** So many reports of one emergency are counted one by one; of more it is only said that there are more. */
export const MOST_COUNTED = 1000
