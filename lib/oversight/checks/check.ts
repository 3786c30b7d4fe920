/** Something wrong with how the app is set up, in words for whoever runs it. Never holds a secret. */
export class Wrong extends Error {
  override name = "Wrong"
}

export interface Check {
  name: string
  /** What was found, when it is as it should be. Throws when it is not. */
  look: () => Promise<string>
}
