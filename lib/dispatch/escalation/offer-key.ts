/** A key that changes with each offer of an emergency, by which a client tells a new offer from one it shows already. */
export const offerKey = ({ id, offeredAt }: { id: string; offeredAt: Date | string }): string =>
  `${id} ${new Date(offeredAt).toISOString()}`
