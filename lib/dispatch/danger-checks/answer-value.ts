import type { DangerCheck } from "./contract"

/** The value of a button that answers a check: which request, as it was read, and whether it is an emergency. */
export const answerValue = ({ id, version }: Pick<DangerCheck, "id" | "version">, danger: boolean): string =>
  `${id}.${version}.${danger}`

/** Reads the value of the button that was pressed. */
export const answerIn = (value: string): { id: string; version: number; danger: boolean } => {
  const [id = "", version, danger] = value.split(".")
  return { id, version: Number(version), danger: danger === "true" }
}
