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

export type MailOutcome = "sent" | "kept" | "refused" | "failed"

/** Counts what became of a mail. */
export const countMail = (outcome: MailOutcome): void => mails.inc({ outcome })
