import type { ComponentProps } from "react"
import { PageLink } from "@/components/ui/link"
import { type ButtonVariant, buttonStyle, classes } from "@/components/ui/style"

interface Look {
  variant?: ButtonVariant
}

export function Button({ variant, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={classes(buttonStyle(variant), className)} {...rest} />
}

/** Goes somewhere and changes nothing; what changes something is a `Button` in a form. */
export function ButtonLink({ variant, className, ...rest }: ComponentProps<typeof PageLink> & Look) {
  return <PageLink className={classes(buttonStyle(variant), className)} {...rest} />
}
