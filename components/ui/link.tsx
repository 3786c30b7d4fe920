import NextLink from "next/link"
import type { ComponentProps } from "react"
import { EmailText } from "@/components/ui/email-text"
import { classes } from "@/components/ui/style"
import { telHref } from "@/lib/model/phone"

/** How a link looks in a sentence. */
export const LINK = "link"

type LinkProps = ComponentProps<typeof NextLink>

/** Pages are made for each reader: fetched ahead, every link in sight would have the server make one nobody asked for. */
export const PageLink = (props: LinkProps) => <NextLink prefetch={false} {...props} />

export const Link = ({ className, ...rest }: LinkProps) => <PageLink className={classes(LINK, className)} {...rest} />

/** A link in a long list: the browser follows it, and no script stands by for each. */
export const ListLink = ({ className, ...rest }: ComponentProps<"a">) => (
  <a className={classes(LINK, className)} {...rest} />
)

interface PhoneLinkProps {
  number: string
  className?: string
}

/** A telephone number as a link that calls it; says so where somebody has left none. */
export function PhoneLink({ number, className = LINK }: PhoneLinkProps) {
  if (!number) return <span>No phone number given</span>
  if (!/\d/.test(number)) return <span>{number}</span>
  return (
    <a href={telHref(number)} className={classes("inline-block max-w-full wrap-normal", className)}>
      {number}
    </a>
  )
}

interface MailLinkProps {
  address: string
  subject?: string
}

export function MailLink({ address, subject }: MailLinkProps) {
  const [local = "", domain] = address.split(/@(?=[^@]*$)/)
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : ""
  return (
    <a href={`mailto:${encodeURIComponent(local)}@${domain}${query}`} className={`${LINK}`}>
      <EmailText>{address}</EmailText>
    </a>
  )
}
