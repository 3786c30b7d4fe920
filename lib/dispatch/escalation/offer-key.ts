/** Changes whenever an emergency is offered to somebody else, so that it can be told from what is shown already. */
export const offerKey = ({ id, offeredAt }: { id: string; offeredAt: Date | string }): string =>
  `${id} ${new Date(offeredAt).toISOString()}`
