import webPush from "web-push"
import { env } from "@/lib/runtime/env"

/** A browser that takes messages, as it has named itself. */
export interface PushTarget {
  endpoint: string
  publicKey: string
  authSecret: string
}

export interface PushKeys {
  publicKey: string
  privateKey: string
}

/** What the browser shows. */
export interface PushMessage {
  title: string
  body: string
  /** One with the same tag takes its place, so that a repetition is not shown twice. */
  tag: string
  /** The page that opens. */
  url: string
}

/** What became of a message: taken, or the browser is there no more. */
export type PushOutcome = "taken" | "gone"

const SECONDS_KEPT = 4 * 3600
const PATIENCE_MS = 10_000

/** Makes a pair of keys by which push services know us. */
export const makePushKeys = (): PushKeys => webPush.generateVAPIDKeys()

/**
 * Sends a message, encrypted for the browser alone, to its push service.
 * @throws Error when another try may succeed
 */
export async function sendPush(
  { endpoint, publicKey, authSecret }: PushTarget,
  keys: PushKeys,
  message: PushMessage,
  isUrgent: boolean,
): Promise<PushOutcome> {
  const { method, headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh: publicKey, auth: authSecret } },
    JSON.stringify(message),
    {
      vapidDetails: { subject: subject(), ...keys },
      TTL: SECONDS_KEPT,
      urgency: isUrgent ? "high" : "normal",
    },
  )
  const answer = await fetch(endpoint, {
    method,
    headers: headers as Record<string, string>,
    body: body ? new Uint8Array(body) : null,
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  await answer.body?.cancel()
  if (answer.ok) return "taken"
  if (answer.status === 404 || answer.status === 410) return "gone"
  throw new Error(`A push service did not take a message: ${answer.status}.`)
}

/** Whom push services write to when something is wrong with our messages. */
function subject(): string {
  const { MAIL_FROM, APP_URL } = env()
  const address = /<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM
  return APP_URL.startsWith("https://") ? APP_URL : `mailto:${address}`
}
