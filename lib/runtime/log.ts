import { type Logger, pino } from "pino"
import { currentRequestId } from "./request-id"

/** Instrumentation and routes are separate module graphs and share one logger, whose level instrumentation sets. */
const shared: { gasLog?: Logger } & typeof globalThis = globalThis

/** How a line of the log looks. */
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

/** JSON lines on standard output, with the id of the request they belong to. */
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

/** Drizzle puts the values of a failed statement into its message; people's data and secrets stay out of the log. */
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
