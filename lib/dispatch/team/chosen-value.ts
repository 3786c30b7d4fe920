/** A form says which request, as it was seen, in one word. */
export const chosenValue = ({ id, version }: { id: string; version: number }): string => `${id}.${version}`
