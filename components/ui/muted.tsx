import type { ComponentProps } from "react"
import { classes } from "@/components/ui/style"

interface MutedProps extends ComponentProps<"p"> {
  small?: boolean
}

/** A paragraph that matters less than what it stands beside. */
export const Muted = ({ small, className, ...rest }: MutedProps) => (
  <p className={classes(small && "text-sm", "text-muted", className)} {...rest} />
)

/** A second line below the main words of a cell or a label. */
export const MutedLine = ({ className, ...rest }: ComponentProps<"span">) => (
  <span className={classes("second-line", className)} {...rest} />
)
