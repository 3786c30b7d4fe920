/**
 * What became of a save while people type, by the answer's status. With the minute it was saved in, so that it is announced
 * once a minute and not at every pause.
 */
export function savedInWords(status: number | undefined, stale: string): string {
  if (status === 200)
    return `Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`
  if (status === 401) return "Not saved: you have been signed out. What you typed is still here."
  if (status === 403) return "Not saved: someone else is signed in now. Copy what you typed, then sign in as yourself."
  if (status === 409) return `Not saved: ${stale}`
  if (status === undefined) return "Not saved yet: there is no connection. What you typed is still here."
  return "Not saved yet. What you typed is still here."
}
