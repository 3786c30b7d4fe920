import type { ComponentProps } from "react"
import { classes } from "@/components/ui/style"

/** From the title of the whole product down to the name of one thing in a list. */
const SIZES = {
  hero: "text-3xl font-bold tracking-tight",
  page: "text-2xl font-bold tracking-tight",
  section: "text-xl font-bold",
  card: "text-lg font-semibold",
  item: "font-semibold",
} as const

interface HeadingProps extends ComponentProps<"h2"> {
  level?: 1 | 2 | 3
  size: keyof typeof SIZES
}

/** How large a heading looks is one thing, and how deep it lies in the page another. */
export function Heading({ level = 2, size, className, ...rest }: HeadingProps) {
  const Level = `h${level}` as const
  return <Level className={classes(SIZES[size], className)} {...rest} />
}
