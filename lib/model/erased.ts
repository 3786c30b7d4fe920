/** The text that replaces what a person wrote, once it is erased. */
export const ERASED = "(erased)"
