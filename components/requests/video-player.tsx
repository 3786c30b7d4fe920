import { classes } from "@/components/ui/style"

interface VideoPlayerProps {
  id: string
  name: string
  /** How large it is: as wide as its list, unless said otherwise. */
  className?: string
}

/**
 * A video of a request. Nothing of it is fetched before somebody plays it, and then in parts, from an address where it
 * can be nothing but a file.
 */
export function VideoPlayer({ id, name, className = "mt-2 aspect-video w-full rounded-sm" }: VideoPlayerProps) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: people send videos of their meters, and nobody writes captions for them
    <video controls preload="none" aria-label={`Video ${name}`} className={classes("bg-black", className)}>
      <source src={`/api/v1/attachments/${id}`} />
    </video>
  )
}
