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
      `Someone asked for a new password for your account with ${utility()}. If this was you, choose one:`,
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
      "You get this email because you are a supervisor on duty, or because no supervisor is on duty. We email you once about each missed deadline.",
    ]),

  invitation: (link: string, code: string, until: Date): MailContent =>
    letter(`You are invited to join the staff of ${utility()}`, [
      `An administrator at ${utility()} has invited you to join the staff. Create your account:`,
      link,
      `The invitation is for this email address only. You can use it once, until ${day(until)}. If you are asked for a code, enter ${code}. If you did not expect this invitation, ignore this email.`,
    ]),
}

const FACTOR_EVENTS: Record<FactorEvent, { subject: string; what: (utility: string) => string }> = {
  enabled: {
    subject: "Two-factor authentication was turned on",
    what: (utility) =>
      `Two-factor authentication has been turned on for your account with ${utility}. You will now need a code from your app to sign in.`,
  },
  disabled: {
    subject: "Two-factor authentication was turned off",
    what: (utility) =>
      `Two-factor authentication has been turned off for your account with ${utility}. You now only need your password to sign in.`,
  },
  removed: {
    subject: "Two-factor authentication was removed",
    what: (utility) =>
      `An administrator at ${utility} has removed two-factor authentication from your account. You have been signed out everywhere. Sign in with your password.`,
  },
  recovery_code_used: {
    subject: "A recovery code was used",
    what: (utility) =>
      `A recovery code was used to sign in to your account with ${utility}. That code no longer works.`,
  },
  recovery_codes_renewed: {
    subject: "Your recovery codes were replaced",
    what: (utility) =>
      `New recovery codes have been created for your account with ${utility}. Your old codes no longer work.`,
  },
}

const utility = () => env().UTILITY_NAME

function letter(subject: string, paragraphs: string[]): MailContent {
  const footer = [
    "--",
    `If you smell gas, leave the building and call ${env().EMERGENCY_PHONE}, day or night. Please do not reply. This inbox is not monitored.`,
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
