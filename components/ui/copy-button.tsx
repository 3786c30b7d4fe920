"use client"

import { useState, useSyncExternalStore } from "react"
import { Icon } from "@/components/ui/icon"
import { buttonStyle, classes } from "@/components/ui/style"

const never = () => () => {}

interface CopyButtonProps {
  text: string
  label: string
}

/** Copies a text, where the browser lets pages do so. Without, the text can be selected. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const able = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => undefined,
  )
  if (able === false) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      {/* Its place is kept until scripts run, so that nothing beside it moves. */}
      <button type="button" onClick={copy} className={classes(buttonStyle("secondary"), !able && "invisible")}>
        {copied ? <Icon name="check" /> : <Icon name="copy" />}
        {copied ? "Copied" : label}
      </button>
      <span aria-live="polite" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  )
}
