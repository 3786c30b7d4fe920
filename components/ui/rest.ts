/** The value of a form that is kept without its words, which are kept elsewhere. */
export const REST = "rest"
