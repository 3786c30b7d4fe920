/** The event by which `Outcome` hears of a saved form. */
export const SAVED = "form-saved"

/** Has `Outcome` say what a form has done, whatever has become of the form. */
export const tellOutcome = (words: string) => window.dispatchEvent(new CustomEvent(SAVED, { detail: words }))
