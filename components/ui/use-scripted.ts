"use client"

import { useSyncExternalStore } from "react"

const never = () => () => undefined

/** Whether scripts run, so that what needs them may be shown. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
