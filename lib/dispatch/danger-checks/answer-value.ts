/** The value of a button that answers a check: which request, and whether it is an emergency. */
export const answerValue = (id: string, danger: boolean): string => `${id}.${danger}`

/** Reads the value of the button that was pressed. */
export const answerIn = (value: string): { id: string; danger: boolean } => {
  const [id = "", danger] = value.split(".")
  return { id, danger: danger === "true" }
}
