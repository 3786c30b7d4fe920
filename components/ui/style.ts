/** Joins class names, leaving out what does not apply. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ")
}

/** The surface that what belongs together stands on. */
export const PANEL = "rounded-lg border border-line bg-surface shadow-card"

/** How anything that is typed into or chosen from looks, and a button: in `globals.css`, so that no page repeats it. */
export const CONTROL = "control"
const BUTTON = "button"

/** A button as wide as the page, for an answer that is a sentence. */
const ANSWER = "w-full min-h-14 py-3 text-left aria-pressed:bg-accent-soft"

const VARIANTS = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-edge bg-surface text-ink hover:border-accent hover:bg-accent-soft",
  /** The same by day and by night, on the alarm's red and anywhere else. */
  urgent: "border-alarm bg-on-alarm text-alarm hover:underline",
  danger: "border-transparent bg-alarm text-on-alarm hover:bg-alarm-strong",
  quiet: "border-transparent bg-transparent px-3 text-accent underline underline-offset-4 hover:text-accent-strong",
  answer: `${ANSWER} border-edge bg-surface text-ink hover:border-accent hover:bg-accent-soft`,
  alarmAnswer: `${ANSWER} border-alarm bg-surface text-ink hover:bg-danger-soft [&_svg]:text-danger`,
} as const

export type ButtonVariant = keyof typeof VARIANTS

export const buttonStyle = (variant: ButtonVariant = "primary"): string => `${BUTTON} ${VARIANTS[variant]}`

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger" | "alarm"

/** What each looks like stands in `globals.css`. */
export const TONES: Record<Tone, string> = {
  neutral: "tone-neutral",
  accent: "tone-accent",
  success: "tone-success",
  warning: "tone-warning",
  danger: "tone-danger",
  alarm: "tone-alarm",
}
