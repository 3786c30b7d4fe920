/** The value of a checkbox: which request is chosen, and the version that was seen. */
export const chosenValue = ({ id, version }: { id: string; version: number }): string => `${id}.${version}`
