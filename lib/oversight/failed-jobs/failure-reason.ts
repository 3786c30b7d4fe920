const UNREACHABLE = /\b(ECONNREFUSED|ECONNRESET|ECONNECTION|ESOCKET|ETIMEDOUT|EDNS|ENOTFOUND|EHOSTUNREACH)\b/

/** Explanations by pattern of the job's last error; the first match counts. */
const REASONS: readonly [RegExp, string][] = [
  [/mail server.*\bEAUTH\b/, "The mail server refuses our sign-in. Check SMTP_URL."],
  [/mail server.*\bETLS\b/, "The mail server offers no encryption. Check SMTP_URL."],
  [new RegExp(`mail server.*${UNREACHABLE.source}`), "The mail server cannot be reached."],
  [/mail server.*\b4\d\d\b/, "The mail server asks us to try again later."],
  [/mail server/, "The mail server rejected an email."],
  [
    /unable to authenticate data|bad decrypt/i,
    "It was encrypted with a secret that is no longer in use. Check AUTH_SECRET_PREVIOUS.",
  ],
  [/database|terminating connection|statement timeout|deadlock|too many clients/i, "The database did not respond."],
  [UNREACHABLE, "Another system cannot be reached."],
  [/\bENOSPC\b/, "The disk is full."],
]

/** Why a job failed, in words for administrators. */
export const failureReason = (error: string): string =>
  REASONS.find(([pattern]) => pattern.test(error))?.[1] ?? "Unexpected failure. The log has the details."

const MOST = 300
/** Addresses of mail and of the web, what is long enough to be a secret, and numbers as long as a telephone's. */
const PRIVATE: readonly [RegExp, string][] = [
  [/[^\s<>"'(),;:=]+@[^\s<>"'(),;:=]+/g, "[email]"],
  [/\b\w+:\/\/\S+/g, "[address]"],
  [/(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi, "[id or secret]"],
  [/\+?\d[\d ()-]{7,}\d/g, "[number]"],
]

/**
 * The first line of an error, at most 300 characters, without anything that could name a person or unlock something.
 */
export function withoutPeople(error: string): string {
  const [line = ""] = error.trim().split("\n", 1)
  const told = PRIVATE.reduce((text, [pattern, stand]) => text.replace(pattern, stand), line.slice(0, 10 * MOST))
  return told.length > MOST ? `${told.slice(0, MOST - 1)}…` : told
}
