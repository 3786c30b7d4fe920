"use client"

import { useRouter } from "next/navigation"
import { type ComponentType, useEffect, useMemo, useRef, useState, useTransition } from "react"
import type { LivePage } from "@/components/ui/refresh-soon"
import { useChanges } from "@/components/ui/use-changes"

interface RefreshOnChangeProps {
  /** Only changes of this request, or of this draft, matter. */
  of?: string
  /** A request that is shown among others; empty where it is a draft. */
  opened?: string | undefined
}

/**
 * Has the page made anew when something it shows has changed: the request `of` this id, or any that the viewer may see.
 * React changes what differs and nothing else, so that the focus, the place and what is being typed stay. A page that cannot
 * be made anew stays as it is.
 */
export function RefreshOnChange({ of, opened = of }: RefreshOnChangeProps) {
  const page = useLivePage()
  const [Words, setWords] = useState<ComponentType>()
  useEffect(() => {
    const { dataset } = document.documentElement
    if (opened) dataset.request = opened
    return () => {
      delete dataset.request
    }
  }, [opened])
  useChanges((news) => withRefreshing((it) => it.hear(news, of, page, (words) => setWords(() => words))))
  return Words ? <Words /> : null
}

/** The page that is shown, as long as the component is. */
export function useLivePage(): LivePage {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const isShown = useRef(false)
  useEffect(() => (isPending ? () => withRefreshing(({ settled }) => settled()) : undefined), [isPending])
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return useMemo(() => ({ isShown: () => isShown.current, refresh: () => start(() => router.refresh()) }), [router])
}

/** Uses what is fetched with the first news: most pages are read and left. */
export const withRefreshing = (use: (it: typeof import("@/components/ui/refresh-soon")) => void): void =>
  void import("@/components/ui/refresh-soon").then(use, () => undefined)
