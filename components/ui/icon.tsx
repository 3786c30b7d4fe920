import type { IconName } from "@/components/ui/icon-name"
import { classes } from "@/components/ui/style"
import sprite from "./icons.svg"

interface IconProps {
  name: IconName
  className?: string
}

/** An icon beside words that say the same. It is drawn once, in a file that browsers keep, and only named by the page. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg aria-hidden="true" className={classes("icon", className)}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  )
}
