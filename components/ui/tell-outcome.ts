/** The event by which `Outcome` hears of a saved form. */
export const SAVED = "form-saved"

export interface ToldOutcome {
  words: string
  /** What a button sends that undoes it, if that is possible. */
  undo?: string
}

/** Has `Outcome` say what a form has done, whatever has become of the form. */
export const tellOutcome = (told: ToldOutcome) => window.dispatchEvent(new CustomEvent(SAVED, { detail: told }))
