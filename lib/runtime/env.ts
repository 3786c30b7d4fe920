import { resolve } from "node:path"
import { z } from "zod"
import { unsafeInProduction } from "./unsafe-in-production"

const Port = z.coerce.number().int().min(0).max(65_535)

const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** The public address, without a trailing slash. Used for links in emails and the Origin check. */
  APP_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /** The port that the app listens on. */
  PORT: Port.default(3000),
  /** The PostgreSQL database. When unset, `npm start` sets it to the embedded server. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections for pages and the API; two in five are reserved for lists and searches. Jobs open four more, six with a virus scanner, streams one. */
  DATABASE_POOL: z.coerce.number().int().min(3).max(200).default(8),
  /** `1` when DATABASE_URL points to PgBouncer 1.21 or later in transaction mode. */
  PGBOUNCER: z.enum(["0", "1"]).default("0"),
  /** With PgBouncer: the address of PostgreSQL itself, for migrations, jobs and notifications. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** At least 32 characters; signs cookies and tokens. */
  AUTH_SECRET: z.string().min(32),
  /** Earlier secrets, separated by commas: their signatures stay valid, but new ones use AUTH_SECRET. */
  AUTH_SECRET_PREVIOUS: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter((secret) => secret !== ""))
    .pipe(z.array(z.string().min(32))),
  /** The mail server, such as smtps://user:password@mail.example. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of mail. When unset, UTILITY_NAME with no-reply@ the host of APP_URL. */
  MAIL_FROM: z.string().min(3).optional(),
  /** `off` leaves jobs to processes that `npm run worker` starts. */
  WORKER: z.enum(["on", "off"]).default("on"),
  /** Set by `npm start` outside of production: allows an address without https and a simple password. */
  TRIAL: z.enum(["0", "1"]).default("0"),
  /** `auto` migrates at the start. `manual` refuses to start until `npm run db:migrate` has been run. */
  MIGRATIONS: z.enum(["auto", "manual"]).default("auto"),
  /** `1` fills the database with made-up people, whose mail is stored and can be read at /admin/mail, in production too. */
  DEMO: z.enum(["0", "1"]).default("0"),
  /** `1` closes the app for maintenance without asking the database, which `npm run maintenance` needs. */
  MAINTENANCE: z.enum(["0", "1"]).default("0"),
  /** The password for `npm run admin:create`. When unset, a random one is printed. */
  ADMIN_PASSWORD: z.string().optional(),
  /** The folder of the embedded database and of attachments. */
  DATA_DIR: z.string().default(".data"),
  /** The folder of attachments, when not in DATA_DIR. Processes that share a database must share it. */
  ATTACHMENTS_DIR: z.string().optional(),
  /** Where new files go: `disk` or `s3`. When unset, `s3` if S3_BUCKET is set; files stay readable in both homes. */
  ATTACHMENTS_HOME: z.enum(["disk", "s3"]).optional(),
  /** The bucket for attachments in a store that speaks S3. It must not be public. */
  S3_BUCKET: z.string().min(3).optional(),
  /** The address of that store, such as https://s3.example. When unset, Amazon's in S3_REGION. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** The region of the bucket. */
  S3_REGION: z.string().min(1).default("us-east-1"),
  /** The access key ID for the bucket. */
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  /** The secret of that access key. */
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** `1` when the store has buckets in the path of its addresses, as most have that are not Amazon's. */
  S3_FORCE_PATH_STYLE: z.enum(["0", "1"]).default("0"),
  /** The emergency number, shown as a link on every page. */
  EMERGENCY_PHONE: z.string().min(3).default("0800 111 999"),
  /** The utility's name. */
  UTILITY_NAME: z.string().min(1).default("Northgate Gas"),
  /** The utility's time zone, in which times are shown and shifts and holidays are meant. */
  TIME_ZONE: z.string().refine(isTimeZone, "Not an IANA time zone").default("Europe/London"),
  /** Seconds that somebody has to acknowledge an emergency before it is offered to the next person. */
  EMERGENCY_ACK_SECONDS: z.coerce.number().int().min(5).max(3600).default(60),
  /** The country whose phone numbers are written without a country code, by its two letters (ISO 3166). */
  PHONE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, "Not two capital letters")
    .default("GB"),
  /** An emergency that everybody let pass is offered to all again, at most this often, in seconds. */
  EMERGENCY_ROUND_SECONDS: z.coerce.number().int().min(5).max(3600).default(120),
  /** Seconds that staff on duty have to say whether a request tells of a danger, before it becomes an emergency. */
  DANGER_CHECK_SECONDS: z.coerce.number().int().min(5).max(3600).default(300),
  /** How many requests a customer may send in an hour. Emergencies are never refused. */
  FILINGS_PER_HOUR: z.coerce.number().int().min(1).max(100_000).default(60),
  /** Megabytes that a file may have which is no video. */
  UPLOAD_MB_PER_FILE: z.coerce.number().int().min(1).max(2000).default(10),
  /** Megabytes that a video may have. */
  UPLOAD_MB_PER_VIDEO: z.coerce.number().int().min(1).max(2000).default(100),
  /** Megabytes that the files of each side of a request, its customer and staff, may have in all. */
  UPLOAD_MB_PER_REQUEST: z.coerce.number().int().min(1).max(100_000).default(300),
  /** Megabytes of attachments that an account may upload in a day. */
  UPLOAD_MB_PER_DAY: z.coerce.number().int().min(1).max(1_000_000).default(500),
  /** Gigabytes that all attachments of the utility may have. When unset, as much as their store holds. */
  UPLOAD_GB_IN_ALL: z.coerce.number().positive().max(1_000_000).optional(),
  /** The host of ClamAV’s clamd. When set, nobody can open a file before it has been scanned. */
  CLAMD_HOST: z.string().min(1).optional(),
  /** The port of clamd. */
  CLAMD_PORT: Port.default(3310),
  /** The number for people who cannot hear or speak on the phone, such as a relay or textphone service. */
  EMERGENCY_TEXTPHONE: z.string().min(3).optional(),
  /** The number to call about anything but an emergency, shown when it is set. */
  CONTACT_PHONE: z.string().min(3).optional(),
  /** When somebody answers CONTACT_PHONE, such as Monday to Friday, 8:00 to 18:00. */
  CONTACT_HOURS: z.string().min(3).optional(),
  /** The email address to write to about anything but an emergency, shown when it is set. */
  CONTACT_EMAIL: z.email().optional(),
  /** Where customers answer emails, such as replies@utility.example; the mail server delivers what comes for replies+…@. When unset, they cannot. */
  MAIL_REPLY_ADDRESS: z
    .email()
    .regex(/^[^@+]{1,26}@/, "Longer than 26 characters before the @, or with a +")
    .optional(),
  /** The push services that notifications may be sent to, separated by commas: hosts, or ends of hosts that begin with a dot. */
  PUSH_SERVICES: z
    .string()
    .default("fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,.notify.windows.com")
    .transform((list) => list.split(",").filter((host) => host !== "")),
  /** The number of reverse proxies in front. As many entries of X-Forwarded-For, from its end, are trusted. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `on` logs a line for each request, with the pattern of its path, without query and without who sent it. */
  ACCESS_LOG: z.enum(["on", "off"]).optional(),
  /** At least 32 characters: sent as `Authorization: Bearer …`, it gives access to /metrics. When unset, /metrics is closed. */
  METRICS_TOKEN: z.string().min(32).optional(),
  /** Serves /metrics on a separate port, on HOST or 127.0.0.1; also for `npm run worker`. */
  METRICS_PORT: Port.optional(),
  /** The address to listen on; all addresses when unset. */
  HOST: z.string().min(1).optional(),
  /** The lowest level that is written to the JSON log on standard output. */
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
})

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Checks a configuration and returns its problems, each a variable and what is wrong with it; empty when it can be used. */
export function configurationProblems(variables: NodeJS.ProcessEnv): string[] {
  const given = withoutEmpty(variables)
  const isStrict = given.NODE_ENV === "production" && given.DEMO !== "1" && given.TRIAL !== "1"
  const unsafe = isStrict ? unsafeInProduction(given) : []
  const named = new Set(unsafe.map((it) => it.split(" ")[0]))
  const issues = Environment.safeParse(given).error?.issues ?? []
  const others = issues.filter(({ path }) => !named.has(String(path[0])))
  return [...unsafe, ...others.map((issue) => inWords(issue, given)), ...unfinished(given)]
}

/** Counts an empty variable as unset, as files like `.env` and container settings leave them. */
const withoutEmpty = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== "")) as NodeJS.ProcessEnv

const inWords = ({ path, message }: z.core.$ZodIssue, given: NodeJS.ProcessEnv): string =>
  `${path.join(".")} ${given[String(path[0])] === undefined ? "is missing" : `is wrong: ${message}`}`

/** Problems that only two variables together have. */
function unfinished({ PGBOUNCER, DATABASE_DIRECT_URL, ...given }: NodeJS.ProcessEnv): string[] {
  const isBucketNeeded = given.ATTACHMENTS_HOME === "s3" || S3_NEEDED.slice(1).some((name) => given[name])
  const forS3 = isBucketNeeded || given.S3_BUCKET ? S3_NEEDED.filter((name) => !given[name]) : []
  return [
    ...(PGBOUNCER === "1" && !DATABASE_DIRECT_URL
      ? ["DATABASE_DIRECT_URL is missing: the address of PostgreSQL itself"]
      : []),
    ...forS3.map((name) => `${name} is missing: attachments in S3 need it`),
  ]
}

const S3_NEEDED = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]

const DEMO_CONTACT = {
  CONTACT_PHONE: "0151 496 0100",
  CONTACT_HOURS: "Monday to Friday, 8:00 to 18:00",
  CONTACT_EMAIL: "help@northgate-gas.example",
}

function read() {
  const problems = configurationProblems(process.env)
  if (problems.length > 0) throw new Error(`Configuration: ${problems.join("; ")}`)
  const values = Environment.parse(withoutEmpty(process.env))
  return {
    ...(values.DEMO === "1" && DEMO_CONTACT),
    ...values,
    ACCESS_LOG: values.ACCESS_LOG ?? (values.NODE_ENV === "production" ? "on" : "off"),
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    ATTACHMENTS_DIR: resolve(/* turbopackIgnore: true */ values.ATTACHMENTS_DIR ?? `${values.DATA_DIR}/attachments`),
    ATTACHMENTS_HOME: values.ATTACHMENTS_HOME ?? (values.S3_BUCKET ? "s3" : "disk"),
    MAIL_FROM:
      values.MAIL_FROM ??
      // Quoted, because a comma in the name would make it two senders.
      `${JSON.stringify(values.UTILITY_NAME)} <no-reply@${new URL(values.APP_URL ?? "http://localhost").hostname}>`,
    isProduction: values.NODE_ENV === "production",
    isDemo: values.DEMO === "1",
    isPooled: values.PGBOUNCER === "1",
    DATABASE_DIRECT_URL: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
  }
}

let cached: ReturnType<typeof read> | undefined

/**
 * Returns the configuration, read from the environment and checked once. Nothing else reads process.env.
 * @throws Error that lists the problems
 */
export function env() {
  cached ??= read()
  return cached
}
