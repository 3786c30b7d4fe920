/** What can be put in place of what was typed. */
export interface Choice {
  id: string
  name: string
  text: string
}

/** How what is typed right before the caret is completed. */
export interface Completion {
  /** Finds what is begun there, from the sign that begins it. */
  begins: RegExp
  /** What fits what follows that sign. */
  find: (q: string, signal: AbortSignal) => Promise<readonly Choice[]>
  /** What all of that is called. */
  many: string
}

/** What has been begun, and where. */
export interface Begun {
  typed: string
  field: HTMLTextAreaElement
}

/** What is begun right before the caret of a field. */
export const typedIn = (field: HTMLTextAreaElement, { begins }: Completion): string | undefined =>
  begins.exec(field.value.slice(0, field.selectionStart))?.[0]
