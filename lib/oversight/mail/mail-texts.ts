import { linkMinutes } from "@/lib/identity/mailed-links/mailed-links"
import type { FactorEvent } from "@/lib/model/mail-job"
import type { MailContent } from "@/lib/platform/mail/mail"
import { env } from "@/lib/runtime/env"
import { appAddress } from "./app-address"
import { type MailedRequest, requestLines } from "./request-lines"

/**
 * Texts of all emails. None repeats a name or other text that a person typed: otherwise a stranger's address could be
 * used to send them a message of one's own.
 */
export const mailTexts = {
  verifyEmail: (link: string): MailContent =>
    letter("Confirm your email address", [
      `An account with ${utility()} was created with this email address. If this was you, confirm it:`,
      link,
      `You can use the link once, within ${inWords(linkMinutes("verify_email"))}. If this was not you, ignore this email. No one can confirm your address without the link.`,
    ]),

  alreadyRegistered: (): MailContent =>
    letter("You already have an account", [
      `Someone tried to create an account with ${utility()} using this email address. You already have one, and it has not changed. If this was you, sign in:`,
      appAddress("/sign-in"),
      "If you have forgotten your password, choose a new one there. If this was not you, you do not need to do anything.",
    ]),

  joinAccount: (link: string): MailContent =>
    letter("You already have an account", [
      `Someone tried to create an account with ${utility()} using this email address. You already have one, and it has not changed. If this was you, choose a password for it:`,
      link,
      `You can use the link once, within ${inWords(linkMinutes("portal_invitation"))}. If this was not you, ignore this email. No one can sign in without the link.`,
    ]),

  portalInvitation: (link: string): MailContent =>
    letter("Choose a password for your account", [
      `You have an account with ${utility()}. Choose a password to see your requests and follow them online:`,
      link,
      `You can use the link once, within ${inWords(linkMinutes("portal_invitation"))}. If you do not know what this is about, ignore this email. No one can sign in without the link.`,
    ]),

  resetPassword: (link: string): MailContent =>
    letter("Choose a new password", [
      `Someone asked for a new password for your account with ${utility()}. If this was you, choose one:`,
      link,
      `You can use the link once, within ${inWords(linkMinutes("reset_password"))}. If this was not you, ignore this email. Your password has not changed.`,
    ]),

  passwordChanged: (): MailContent =>
    letter("Your password was changed", [
      `The password for your account with ${utility()} has been changed. If this was you, you do not need to do anything.`,
      "If this was not you, someone else may have access to your account. Choose a new password now. This signs everyone out:",
      appAddress("/sign-in"),
    ]),

  changeEmail: (link: string): MailContent =>
    letter("Confirm your new email address", [
      `Someone asked to use this email address for their account with ${utility()}. If this was you, sign in and confirm it:`,
      link,
      `You can use the link once, within ${inWords(linkMinutes("change_email"))}. If this was not you, ignore this email. Nothing changes without the link.`,
    ]),

  addressInUse: (): MailContent =>
    letter("This email address has an account", [
      `Someone asked to use this email address for another account with ${utility()}. It already has an account, so nothing has changed. If this was you, sign in with this address:`,
      appAddress("/sign-in"),
      "If this was not you, you do not need to do anything.",
    ]),

  emailChangeAsked: (): MailContent =>
    letter("A change of your email address was requested", [
      `Someone who knows your password asked to change the email address of your account with ${utility()}. It changes when they follow the link that we sent to the new address. If this was you, you do not need to do anything.`,
      "If this was not you, choose a new password now. This stops the change and signs everyone out:",
      appAddress("/forgot"),
    ]),

  emailChanged: (): MailContent =>
    letter("Your email address was changed", [
      `The email address of your account with ${utility()} has been changed. We will no longer write to this address. If this was you, you do not need to do anything.`,
      "If this was not you, someone else has taken over your account. Contact us now:",
      appAddress("/contact"),
    ]),

  twoFactorChanged: (event: FactorEvent): MailContent =>
    letter(FACTOR_EVENTS[event].subject, [
      `${FACTOR_EVENTS[event].what(utility())} If you did this or asked for it, you do not need to do anything.`,
      "If not, someone else may have access to your account. Choose a new password now, which signs everyone out, then check two-factor authentication on your profile:",
      appAddress("/sign-in"),
    ]),

  /** `nobody` on duty could be offered any of them. */
  emergencyUnanswered: (waiting: readonly MailedRequest[], nobody: boolean): MailContent => {
    const [first] = waiting
    const isOne = waiting.length === 1
    return letter(
      isOne
        ? `Emergency ${first?.reference}: not yet acknowledged`
        : `${waiting.length} emergencies: not yet acknowledged`,
      [
        `${nobody ? "No one on duty could be offered" : "No one has acknowledged"} ${isOne ? "this emergency" : "these emergencies"}${nobody ? "" : " in time, or no one was on duty"}. Acknowledge ${isOne ? "it" : "each one"} now, unless another supervisor has, and call the customer:`,
        requestLines(waiting),
      ],
    )
  },

  detailsUnconfirmed: (waiting: readonly MailedRequest[]): MailContent => {
    const [first] = waiting
    const isOne = waiting.length === 1
    return letter(
      isOne
        ? `Emergency ${first?.reference}: added details not yet confirmed`
        : `${waiting.length} emergencies: added details not yet confirmed`,
      [
        `The customer has added details that tell of more danger, and the person who is dealing with ${isOne ? "this emergency" : "each of these emergencies"} has not confirmed them in time. ${isOne ? "It stays" : "They stay"} assigned to them. Call them, then confirm that you have read the details:`,
        requestLines(waiting),
      ],
    )
  },

  manyEmergencies: (lead: MailedRequest): MailContent =>
    letter("Many emergencies from one source", [
      "The same person, API key or network address has reported more than two emergencies that are still open. Further reports from there are shown with this one and are not offered to anyone on their own:",
      requestLines([lead]),
      "Check whether they are real. Handle a report separately if it needs someone of its own. We email you about the same source once in 12 hours.",
    ]),

  lateRequests: (late: readonly MailedRequest[]): MailContent =>
    letter(late.length === 1 ? "1 overdue request" : `${late.length} overdue requests`, [
      `${late.length === 1 ? "This request has" : "These requests have"} missed a deadline that ${utility()} promises its customers. Open a request to see what is overdue, and reassign it if you need to:`,
      requestLines(late),
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
  codes_refused: {
    subject: "Wrong codes for your account",
    what: (utility) =>
      `Someone who knows the password of your account at ${utility} entered several wrong codes, so they did not get in.`,
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
  if (days > 1) return `${days} days`
  return minutes > 60 ? `${minutes / 60} hours` : `${minutes} minutes`
}

const day = (moment: Date): string =>
  moment.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: env().TIME_ZONE })
