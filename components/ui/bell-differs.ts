"use client"

import type { LineNews } from "@/components/ui/live-line"

/** Whether the count at the bell of this page is no longer true, or an email has come or gone that its banner tells of. */
export function bellDiffers({ bell }: LineNews): boolean {
  if (!bell) return false
  const shown = document.querySelector<HTMLElement>("[data-unread]")?.dataset.unread
  return bell.email || (shown !== undefined && shown !== String(bell.unread ?? shown))
}
