type Given = Partial<Record<"DATABASE_URL" | "AUTH_SECRET" | "APP_URL" | "ATTACHMENTS_DIR" | "DATA_DIR", string>>

/**
 * What production must be told and what it may not be told, each as a variable and what is wrong with it. Nothing is
 * made up there: neither an empty database nor a secret nor an address, nor a place for files, which would be in the
 * build and go with the next one.
 */
export function unsafeInProduction({ DATABASE_URL, AUTH_SECRET, APP_URL, ...folders }: Given): string[] {
  return [
    wrong("DATABASE_URL", DATABASE_URL, (url) => hasGuessablePassword(url) && "has a password that is easy to guess"),
    wrong(
      "AUTH_SECRET",
      AUTH_SECRET,
      (secret) => isGuessable(secret) && "can be guessed: use 32 random characters or more",
    ),
    wrong("APP_URL", APP_URL, (url) => !url.startsWith("https://") && "does not begin with https://"),
    wrong("ATTACHMENTS_DIR", folders.ATTACHMENTS_DIR ?? folders.DATA_DIR, () => false),
  ].filter((it) => it !== undefined)
}

function wrong(name: string, value: string | undefined, judge: (value: string) => string | false): string | undefined {
  const reason = value ? judge(value) : "is missing"
  return reason ? `${name} ${reason}` : undefined
}

/** No password at all is the business of the server's own rules, such as certificates. */
function hasGuessablePassword(url: string): boolean {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: "", password: "" }
  const tried = ["postgres", "password", "changeme", "secret", "gas", "admin", username]
  return password !== "" && tried.includes(decodeURIComponent(password).toLowerCase())
}

const FEWEST_LETTERS = 10

/** Neither a placeholder that was never replaced nor the same few letters again and again. */
const isGuessable = (secret: string): boolean =>
  new Set(secret).size < FEWEST_LETTERS || /change.?me|replace.?me|example|your.?secret/i.test(secret)
