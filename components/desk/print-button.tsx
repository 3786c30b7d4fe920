"use client"

import { Button } from "@/components/ui/button"

/** Prints the page. Without scripts it does nothing, and is not shown. */
export const PrintButton = () => (
  <Button onClick={() => print()} className="[@media(scripting:none)]:hidden">
    Print
  </Button>
)
