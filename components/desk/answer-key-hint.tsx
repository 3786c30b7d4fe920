"use client"
import { useScripted } from "@/components/ui/use-scripted"

/** Says which keys answer a check, once scripts run: the keys do nothing without them. */
export function AnswerKeyHint() {
  return useScripted() ? (
    <p className="hidden lg:block">
      With the focus on a check: <kbd className="font-bold">E</kbd> emergency, <kbd className="font-bold">N</kbd> no
      danger
    </p>
  ) : null
}
