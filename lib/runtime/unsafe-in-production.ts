type Given = Partial<
  Record<"DATABASE_URL" | "AUTH_SECRET" | "APP_URL" | "ATTACHMENTS_DIR" | "DATA_DIR" | "S3_ENDPOINT", string>
>

/**
 * Finds variables that production lacks or that are unsafe there, each as a variable and what is wrong with it. Production
 * has no defaults for database, secret, address and the place of files: a default would hide that they were forgotten, and
 * files in the default folder would vanish with the next build.
 */
export function unsafeInProduction({ DATABASE_URL, AUTH_SECRET, APP_URL, S3_ENDPOINT, ...folders }: Given): string[] {
  return [
    wrong("DATABASE_URL", DATABASE_URL, (url) => hasGuessablePassword(url) && "has a password that is easy to guess"),
    wrong(
      "AUTH_SECRET",
      AUTH_SECRET,
      (secret) => isGuessable(secret) && "can be guessed: use 32 random characters or more",
    ),
    wrong("APP_URL", APP_URL, (url) => !url.startsWith("https://") && "does not begin with https://"),
    wrong("ATTACHMENTS_DIR", folders.ATTACHMENTS_DIR ?? folders.DATA_DIR, () => false),
    S3_ENDPOINT && wrong("S3_ENDPOINT", S3_ENDPOINT, (url) => isReadOnTheWay(url) && "does not begin with https://"),
  ].filter((it): it is string => Boolean(it))
}

function wrong(name: string, value: string | undefined, judge: (value: string) => string | false): string | undefined {
  const reason = value ? judge(value) : "is missing"
  return reason ? `${name} ${reason}` : undefined
}

/** Whether files and signatures pass through a network unencrypted. */
const isReadOnTheWay = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === "http:" && !["127.0.0.1", "localhost"].includes(new URL(url).hostname)

/** A URL without a password passes: the server may admit by other means, such as certificates. */
function hasGuessablePassword(url: string): boolean {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: "", password: "" }
  const tried = ["postgres", "password", "changeme", "secret", "gas", "admin", username]
  return password !== "" && tried.includes(decodeURIComponent(password).toLowerCase())
}

const FEWEST_LETTERS = 10

/** Whether a secret is a placeholder that was never replaced, or repeats a few letters. */
const isGuessable = (secret: string): boolean =>
  new Set(secret).size < FEWEST_LETTERS || /change.?me|replace.?me|example|your.?secret/i.test(secret)
