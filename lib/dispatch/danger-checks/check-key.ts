/** A key that changes whenever a check for danger opens, by which a client tells a new one from one it shows already. */
export const checkKey = ({ id, dueAt }: { id: string; dueAt: Date | string }): string =>
  `${id} ${new Date(dueAt).toISOString()}`
