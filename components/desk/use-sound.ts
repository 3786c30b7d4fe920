"use client"

import { keptChoice, useKeptChoice } from "@/components/ui/kept-choice"

export type Sound = "on" | "off" | "not asked"

const SOUND = keptChoice<Sound>("emergency-sound", ["on", "off"], "not asked")

/** Whether this browser makes a sound; unknown while the page is still the server's. */
export const useSound = () => useKeptChoice(SOUND)
