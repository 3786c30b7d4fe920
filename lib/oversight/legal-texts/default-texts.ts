import type { Retention } from "@/lib/oversight/privacy/retention-settings"
import { env } from "@/lib/runtime/env"
import type { LegalTextName } from "./contract"

/** Our own texts, true of this product as it is set up. A utility replaces them by what its lawyers write. */
export const DEFAULT_TEXTS: Record<LegalTextName, (retention: Retention) => string> = {
  privacyNotice: ({ sessionDays, draftDays, closedRequestMonths }) => `
This notice says what ${utility()} does with personal information in this service.

## What we hold

- Your name, email address, phone number and the address where gas is supplied, with its MPRN and meter serial number if you give them.
- If you choose to tell us: other homes you have, extra help that people at your home need, your language, a password for visits, and whether we may contact you about other things. You can change or remove these on [your profile](/profile).
- Your requests, with everything you write and attach, and what our staff write about them and about your account.
- When and from which device and network address you sign in and use the service. We keep your password only in a form that cannot be read.
- If you report an emergency without an account: the address, the phone number and what you tell us.

## What we use it for

We use it to deal with your requests and with emergencies, to contact you about them, to keep the gas supply safe, and to protect your account. We do not sell it, and we do not use it for advertising.

## Who sees it

Our staff who work on your request see it. Organisations that send requests for you, such as a call centre, see only what we have allowed them to. We give it to others only where the law requires it, or to protect life.

## How long we keep it

- Unsent requests and messages: ${days(draftDays)} after you last changed them.
- Records of sign-ins: ${days(sessionDays)} after the session ends.
- Requests: ${closedRequestMonths ? `we erase the texts and files of closed requests ${months(closedRequestMonths)} after the last change. We keep the category, times, town, postcode and supply point permanently` : "permanently"}, as the history of the supply. If you delete your account, we erase what names you in them.
- A record of who did what in the service, without names but with network addresses: permanently.

## Your choices

You can see and correct your details, download everything we hold about you, and delete your account on [your profile](/profile). You can ask us to correct or erase anything else, or to stop using it. If you are not satisfied with our answer, you can complain to the data protection authority.

## Cookies

We use only cookies that the service needs: to keep you signed in, to recognise a device you have signed in from, and to take you through a form. There are no cookies for statistics or advertising, and nothing is loaded from other websites.

## Contact

${contact()}`,

  accessibilityStatement: () => `
${utility()} wants everyone to be able to use this service.

## How accessible it is

We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You can:

- use every page with a keyboard, a screen reader or speech recognition
- make text twice as large, or zoom in to 400%, without losing anything
- use a light or dark screen, as your device is set
- send requests on a phone, on a slow connection, and without JavaScript

Each page is tested automatically with every change. Automatic tests do not find every problem.

## What may not work for you

Files that customers and staff attach to requests, such as photos and PDFs, may not be accessible. Text is in the language in which it was written.

## If you have a problem

Tell us which page it is and what happened. You can ask us for information in another form, such as large print, or for help to send a request by phone.

${contact()}

In an emergency, call ${env().EMERGENCY_PHONE}${textphone()}. [What to do in an emergency](/emergency)`,

  termsOfUse: () => `
These terms apply when you use this service of ${utility()}.

## Emergencies

Do not use this service instead of calling. If you smell gas or a carbon monoxide alarm sounds, leave the building and call ${env().EMERGENCY_PHONE}, day or night. [What to do in an emergency](/emergency)

## Your account

- Give your own name, an email address that you read, and a phone number where we can reach you, and keep them up to date.
- Keep your password to yourself. Tell us if you think that someone else has used your account.
- You can delete your account at any time on [your profile](/profile), unless we are still working on a request.

## Your requests

- Tell us what is true, as well as you know it. A false report of an emergency can put other people in danger.
- Ask only for premises that you live in, own or act for.
- Do not send what is unlawful, or personal information about others that we do not need.
- The times that we give are what we aim for. They depend on safety and on how many emergencies there are.

## The service

We work to keep the service available and correct, but it may be interrupted. Nothing in these terms limits rights that you have by law, or our duties as a gas utility. We may change these terms. The page always shows those that apply.

[How we use your information](/privacy)

## Contact

${contact()}`,
}

const utility = () => env().UTILITY_NAME
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`)
const months = (count: number) => (count === 1 ? "1 month" : `${count} months`)
const textphone = () => (env().EMERGENCY_TEXTPHONE ? `, or by textphone ${env().EMERGENCY_TEXTPHONE}` : "")

function contact(): string {
  const { CONTACT_PHONE: phone, CONTACT_HOURS: hours, CONTACT_EMAIL: email } = env()
  const ways = [phone && `Phone: ${phone}${hours ? ` (${hours})` : ""}`, email && `Email: ${email}`].filter(Boolean)
  return ways.length > 0 ? ways.map((way) => `- ${way}`).join("\n") : "See [Contact us](/contact)."
}
