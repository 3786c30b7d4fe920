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

// Every counter starts at zero: an alert on growth would miss one that first appears as 1.
for (const outcome of OUTCOMES) mails.inc({ outcome }, 0)

/** Counts the outcome of a mail. */
export const countMail = (outcome: MailOutcome): void => mails.inc({ outcome })
