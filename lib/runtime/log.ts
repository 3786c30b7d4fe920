import { type Logger, pino } from "pino"
import { currentRequestId } from "./request-id"

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module. */
const shared: { gasLog?: Logger } & typeof globalThis = globalThis

/** The format of a log line. */
export const LINES = {
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level: string) => ({ level }) },
}

const SECRETS = [
  "password",
  "currentPassword",
  "newPassword",
  "token",
  "accessToken",
  "refreshToken",
  "invitationCode",
  "authorization",
  "cookie",
  "secret",
  "recoveryCode",
  "apiKey",
]

/** Writes JSON lines to standard output, with the id of the request they belong to. Values of secret fields are replaced. */
shared.gasLog ??= pino({
  ...LINES,
  mixin: () => ({ requestId: currentRequestId() }),
  redact: {
    paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]),
    censor: "[secret]",
  },
  serializers: { err: withoutValues },
})

export const log = shared.gasLog

/** Drops the values that drizzle puts into the message of a failed statement: they are personal data and secrets. */
function withoutValues(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown
  return {
    type: thrown.name,
    message: thrown.message.split("\nparams: ")[0],
    code: "code" in thrown ? thrown.code : undefined,
    constraint: "constraint_name" in thrown ? thrown.constraint_name : undefined,
    stack: thrown.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    cause: thrown.cause && withoutValues(thrown.cause),
  }
}
