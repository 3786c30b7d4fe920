import type { ReactNode } from "react"
import { classes } from "@/components/ui/style"

/** So many stand on a wide screen without being asked for. On a narrow one it is the first. */
const ON_WIDE = 30

/**
 * However many emergencies there are, the page below stays within reach: the first is whole, and the others are a tap away,
 * with or without scripts. On a wide screen people can fold them, too; the next page has them all again.
 */
export const EmergencyFold = ({ count, children }: { count: number; children: ReactNode }) => (
  <div className="emergency-fold">
    {count > 1 ? (
      <label
        className={classes(
          "flex min-h-8 cursor-pointer items-center gap-2 font-semibold sm:min-h-11",
          count <= ON_WIDE && "lg:hidden",
        )}
      >
        <input type="checkbox" autoComplete="off" className="size-5 shrink-0 accent-current" />
        Show all {count}
      </label>
    ) : null}
    {count > 1 ? (
      <label className="fold hidden min-h-8 cursor-pointer items-center gap-2 text-sm font-semibold lg:flex">
        <input type="checkbox" autoComplete="off" className="size-4 shrink-0 accent-current" />
        Show only the first
      </label>
    ) : null}
    {children}
  </div>
)
