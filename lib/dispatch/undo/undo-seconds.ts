/** For so long somebody is offered to undo what they have done. */
export const UNDO_SECONDS = 10
