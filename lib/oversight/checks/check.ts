/** A fault in the installation, in words for its operator. It never contains a secret. */
export class Wrong extends Error {
  override name = "Wrong"
}

export interface Check {
  name: string
  /**
   * The finding, when it is right.
   * @throws Wrong when it is not.
   */
  look: () => Promise<string>
}
