import { linkMinutes } from "@/lib/identity/mailed-links/mailed-links"
import { CATEGORIES, type Category } from "@/lib/model/category"
import type { FactorEvent } from "@/lib/model/mail-job"
import type { MailContent } from "@/lib/platform/mail/mail"
import { env } from "@/lib/runtime/env"
import { appAddress } from "./app-address"
/**
 * Texts of all emails. None repeats a name or other text that a person typed: otherwise a stranger's address could be
 * used to send them a message of one's own.
 */
export const mailTexts = {
  verifyEmail: (link: string): MailContent =>
    letter("Confirm your e-mail address", [
      `Somebody, and we hope you, made an account with ${utility()} for this e-mail address. Open this link to confirm that the address is yours:`,
      link,
      `The link works once, for ${inWords(linkMinutes("verify_email"))}. If it was not you, ignore this mail: without the link nobody can confirm your address.`,
    ]),

  alreadyRegistered: (): MailContent =>
    letter("You already have an account", [
      `Somebody, and we hope you, tried to make an account with ${utility()} for this e-mail address. There is one already, and nothing about it was changed. Sign in here:`,
      appAddress("/sign-in"),
      "If you have forgotten your password, ask for a new one there. If it was not you, there is nothing for you to do.",
    ]),

  resetPassword: (link: string): MailContent =>
    letter("Choose a new password", [
      `Somebody, and we hope you, asked for a new password for your account with ${utility()}. Open this link to choose one:`,
      link,
      `The link works once, for ${inWords(linkMinutes("reset_password"))}. If it was not you, ignore this mail: your password stays as it is.`,
    ]),

  passwordChanged: (): MailContent =>
    letter("Your password was changed", [
      `The password of your account with ${utility()} was changed just now. If that was you, there is nothing for you to do.`,
      "If it was not you, somebody else may be in your account. Ask for a new password at once, which signs everybody out:",
      appAddress("/sign-in"),
    ]),

  twoFactorChanged: (event: FactorEvent): MailContent =>
    letter(FACTOR_EVENTS[event].subject, [
      `${FACTOR_EVENTS[event].what(utility())} If that was you, or was done at your wish, there is nothing for you to do.`,
      "If it was not, somebody else may be in your account. Ask for a new password at once, which signs everybody out, and then look at two-factor authentication on your profile:",
      appAddress("/sign-in"),
    ]),

  emergencyUnanswered: ({
    id,
    reference,
    category,
  }: {
    id: string
    reference: string
    category: Category
  }): MailContent =>
    letter(`Emergency ${reference}: nobody has it yet`, [
      `The emergency ${reference} (${CATEGORIES[category].name.toLowerCase()}) is with nobody: whoever was asked has not answered in time, or nobody was on duty. Take it here, if no other supervisor has done so before you:`,
      appAddress(`/desk/requests/${id}`),
    ]),

  lateRequests: (lines: string[]): MailContent =>
    letter(lines.length === 1 ? "A request is late" : `${lines.length} requests are late`, [
      `What ${utility()} promises its customers was not kept here. Each page says what is late and for how long, and lets you give the request to somebody else:`,
      lines.join("\n"),
      "You are on duty as a supervisor, or nobody else is. You are told of each missed target once.",
    ]),

  invitation: (link: string, code: string, until: Date): MailContent =>
    letter(`You are invited to join the staff of ${utility()}`, [
      `An administrator of ${utility()} has invited you to join the staff. Open this link to make your account:`,
      link,
      `The invitation is for this e-mail address only and works once, until ${day(until)}. If you are asked for its code, it is ${code}. If you expected no invitation, ignore this mail.`,
    ]),
}

const FACTOR_EVENTS: Record<FactorEvent, { subject: string; what: (utility: string) => string }> = {
  enabled: {
    subject: "Two-factor authentication was turned on",
    what: (utility) =>
      `Two-factor authentication was turned on just now for your account with ${utility}. Signing in takes a code of an app from now on.`,
  },
  disabled: {
    subject: "Two-factor authentication was turned off",
    what: (utility) =>
      `Two-factor authentication was turned off just now for your account with ${utility}. The password alone is enough to sign in from now on.`,
  },
  removed: {
    subject: "Your second factor was removed",
    what: (utility) =>
      `An administrator of ${utility} removed the second factor of your account just now, as is done for those who lost it. You are signed out everywhere, and sign in with your password.`,
  },
  recovery_code_used: {
    subject: "A recovery code was used",
    what: (utility) =>
      `A recovery code of your account with ${utility} was used just now instead of a code of the app. It works no more.`,
  },
  recovery_codes_renewed: {
    subject: "Your recovery codes were replaced",
    what: (utility) =>
      `New recovery codes were made just now for your account with ${utility}. Those from before work no more.`,
  },
}

const utility = () => env().UTILITY_NAME

function letter(subject: string, paragraphs: string[]): MailContent {
  const footer = [
    "--",
    `If you smell gas, ring ${env().EMERGENCY_PHONE} at once, at any hour. Do not write: nobody reads answers to this mail.`,
    utility(),
  ]
  return { subject, text: `${["Hello,", ...paragraphs].join("\n\n")}\n\n${footer.join("\n")}\n` }
}

function inWords(minutes: number): string {
  const days = minutes / (24 * 60)
  return days > 1 ? `${days} days` : `${minutes} minutes`
}

const day = (moment: Date): string =>
  moment.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: env().TIME_ZONE })
