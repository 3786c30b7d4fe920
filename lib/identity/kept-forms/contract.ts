/** What was typed into a form, without passwords and files. */
export interface TypedForm {
  /** The page it was sent from. */
  path: string
  /** The prefix that identifies it on its page. */
  form?: string
  values: Record<string, string | string[]>
}
