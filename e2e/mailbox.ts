import { expect } from "@playwright/test"
import type { Mail } from "@/lib/oversight/mail/contract"
import type { Api, PageOf } from "./api"
import { ADMINISTRATOR, type Person } from "./people"

interface Wanted {
  /** What the subject says, when several mails go to one address. */
  subject?: RegExp
  /** How many such mails there have to be: the second reset link is in the second. */
  count?: number
}

/** The newest mail to an address, waited for: mails are written by jobs, a moment after what they follow from. */
export async function mailTo(
  as: (person: Person) => Promise<Api>,
  address: string,
  { subject = /./, count = 1 }: Wanted = {},
): Promise<Mail> {
  const administrator = await as(ADMINISTRATOR)
  let mails: Mail[] = []
  await expect
    .poll(
      async () => {
        const query = new URLSearchParams({ to: address, limit: "100" })
        const { items }: PageOf<Mail> = await (await administrator.get(`/mails?${query}`)).json()
        mails = items.filter((mail) => subject.test(mail.subject))
        return mails.length
      },
      { message: `mails to ${address}`, timeout: 20_000, intervals: [30, 60, 100, 200] },
    )
    .toBeGreaterThanOrEqual(count)
  const [newest] = mails
  if (!newest) throw new Error(`There is no mail to ${address}.`)
  return newest
}

/** The path and query of the link in a mail, such as `/verify?token=…`, to be opened where the test runs. */
export function linkIn({ text }: Pick<Mail, "text">): string {
  const [link] = /https?:\/\/\S+\?\S+/.exec(text) ?? []
  if (!link) throw new Error(`There is no link in “${text}”.`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

/** What a link in a mail proves with, for those who use it by JSON. */
export const tokenIn = (mail: Pick<Mail, "text">): string => linkIn(mail).replace(/.*[?&]token=/, "")
