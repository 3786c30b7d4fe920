import { Counter } from "prom-client"
import { metric } from "./registry"

const mails = metric(
  "gas_mails_total",
  (common) =>
    new Counter({
      ...common,
      help: "Mails sent, kept to be read here, refused for good by the mail server, or not taken this time",
      labelNames: ["outcome"],
    }),
)

const OUTCOMES = ["sent", "kept", "refused", "failed"] as const
export type MailOutcome = (typeof OUTCOMES)[number]

// There from the start: an alert on growth misses what begins with one.
for (const outcome of OUTCOMES) mails.inc({ outcome }, 0)

/** Counts what became of a mail. */
export const countMail = (outcome: MailOutcome): void => mails.inc({ outcome })
