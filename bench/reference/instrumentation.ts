/** Nothing, and said so, or Next would take the app's own. */
export const register = (): void => undefined
