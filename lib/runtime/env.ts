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
  /** The port to listen on. */
  PORT: Port.default(3000),
  /** The PostgreSQL database. When unset, `npm start` sets it to the embedded server. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections for pages and the API; two in five are reserved for lists and searches. Jobs open four more, streams one. */
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
  /** The sender of emails; no-reply@ the host of APP_URL when unset. */
  MAIL_FROM: z.string().min(3).optional(),
  /** `off` leaves jobs to processes started with `npm run worker`. */
  WORKER: z.enum(["on", "off"]).default("on"),
  /** Set by `npm start` outside of production: allows an address without https and a simple password. */
  TRIAL: z.enum(["0", "1"]).default("0"),
  /** `auto` migrates at startup; with `manual`, run `npm run db:migrate` before the app can start. */
  MIGRATIONS: z.enum(["auto", "manual"]).default("auto"),
  /** `1` fills an empty database with demo data and shows demo emails in the app, even in production. */
  DEMO: z.enum(["0", "1"]).default("0"),
  /** `1` closes the app for maintenance, as `npm run maintenance` does, without a database. */
  MAINTENANCE: z.enum(["0", "1"]).default("0"),
  /** The password for `npm run admin:create`; generated when unset. */
  ADMIN_PASSWORD: z.string().optional(),
  /** The folder for the embedded database and attachments. */
  DATA_DIR: z.string().default(".data"),
  /** The folder for attachments, when not in DATA_DIR. Processes that share a database must share it. */
  ATTACHMENTS_DIR: z.string().optional(),
  /** The emergency number, shown as a link on every page. */
  EMERGENCY_PHONE: z.string().min(3).default("0800 111 999"),
  /** The name of the utility. */
  UTILITY_NAME: z.string().min(1).default("Northgate Gas"),
  /** The time zone for displayed times, shifts and holidays. */
  TIME_ZONE: z.string().refine(isTimeZone, "Not an IANA time zone").default("Europe/London"),
  /** Seconds to acknowledge an emergency before it is offered to the next person. */
  EMERGENCY_ACK_SECONDS: z.coerce.number().int().min(5).max(3600).default(60),
  /** The number of reverse proxies in front of the app; X-Forwarded-For is trusted for that many. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `on` logs one line per request, with the route pattern but no query and no user; on in production when unset. */
  ACCESS_LOG: z.enum(["on", "off"]).optional(),
  /** At least 32 characters: the token that gives access to /metrics, sent as `Authorization: Bearer …`. No access when unset. */
  METRICS_TOKEN: z.string().min(32).optional(),
  /** Serves /metrics on a separate port, on HOST or 127.0.0.1; also for `npm run worker`. */
  METRICS_PORT: Port.optional(),
  /** The address to listen on; all addresses when unset. */
  HOST: z.string().min(1).optional(),
  /** The level of the JSON log on standard output. */
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

/** What is wrong with a configuration, each as a variable and why; empty when it can be used. */
export function configurationProblems(variables: NodeJS.ProcessEnv): string[] {
  const given = withoutEmpty(variables)
  const isStrict = given.NODE_ENV === "production" && given.DEMO !== "1" && given.TRIAL !== "1"
  const unsafe = isStrict ? unsafeInProduction(given) : []
  const named = new Set(unsafe.map((it) => it.split(" ")[0]))
  const issues = Environment.safeParse(given).error?.issues ?? []
  const others = issues.filter(({ path }) => !named.has(String(path[0])))
  return [...unsafe, ...others.map((issue) => inWords(issue, given)), ...unfinished(given)]
}

/** As a file `.env` or a container's settings leave them: an empty variable is one that is not set. */
const withoutEmpty = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== "")) as NodeJS.ProcessEnv

const inWords = ({ path, message }: z.core.$ZodIssue, given: NodeJS.ProcessEnv): string =>
  `${path.join(".")} ${given[String(path[0])] === undefined ? "is missing" : `is wrong: ${message}`}`

/** What one variable makes of another. */
const unfinished = ({ PGBOUNCER, DATABASE_DIRECT_URL }: NodeJS.ProcessEnv): string[] =>
  PGBOUNCER === "1" && !DATABASE_DIRECT_URL ? ["DATABASE_DIRECT_URL is missing: the address of PostgreSQL itself"] : []

function read() {
  const problems = configurationProblems(process.env)
  if (problems.length > 0) throw new Error(`Configuration: ${problems.join("; ")}`)
  const values = Environment.parse(withoutEmpty(process.env))
  return {
    ...values,
    ACCESS_LOG: values.ACCESS_LOG ?? (values.NODE_ENV === "production" ? "on" : "off"),
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    ATTACHMENTS_DIR: resolve(/* turbopackIgnore: true */ values.ATTACHMENTS_DIR ?? `${values.DATA_DIR}/attachments`),
    MAIL_FROM:
      values.MAIL_FROM ??
      // Quoted: a comma in the name would make two senders of it.
      `${JSON.stringify(values.UTILITY_NAME)} <no-reply@${new URL(values.APP_URL ?? "http://localhost").hostname}>`,
    isProduction: values.NODE_ENV === "production",
    isDemo: values.DEMO === "1",
    isPooled: values.PGBOUNCER === "1",
    DATABASE_DIRECT_URL: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
  }
}

let cached: ReturnType<typeof read> | undefined

/** The configuration, read and checked once. The app reads its settings nowhere else. */
export function env() {
  cached ??= read()
  return cached
}
