import { PaletteLater } from "@/components/desk/palette-later"
import type { SearchReach } from "@/components/desk/use-found"
import { Icon } from "@/components/ui/icon"

/**
 * One field for everything: Ctrl-K or ⌘K from any page of the desk, also while somebody types and while single letters are
 * off. Without scripts its button leads to the list, which has a search of its own.
 */
export const Palette = ({ reach }: { reach: SearchReach }) => (
  <>
    <a href="/desk" aria-keyshortcuts="Control+K Meta+K" className="palette-button">
      <Icon name="search" className="size-4" />
      Find
      <span aria-hidden="true">Ctrl K</span>
    </a>
    <PaletteLater reach={reach} />
  </>
)
