/** Nobody takes more emergencies at once. */
export const MOST_TOGETHER = 50
