"use client"

import { type ReactNode, useSyncExternalStore } from "react"
import { isOnItsWay, type ListedFile } from "@/components/requests/listed-file"
import { goingOn } from "@/components/requests/lists-going-on"
import { Notice } from "@/components/ui/notice"

interface FilesGoingOnProps {
  /** Where they are attached; left out on a page that tells what an unfinished request has become. */
  to?: string
  /** Said while some are still on their way. */
  children: ReactNode
  /** Where those that were not added can be sent again. */
  again: ReactNode
}

const NONE: readonly ListedFile[] = []
const never = () => () => undefined

/** On a page that follows the one where files were chosen: which of them are still being sent, and which were not added. */
export function FilesGoingOn({ to, children, again }: FilesGoingOnProps) {
  const list = goingOn(to)
  const items = useSyncExternalStore(list?.subscribe ?? never, list?.snapshot ?? (() => NONE), () => NONE)
  const [going, failed] = [items.filter(isOnItsWay), items.filter(({ state }) => state === "failed")]
  return (
    <div role="status" className="space-y-3 empty:hidden">
      {going.length > 0 ? (
        <Notice title={`${going.length === 1 ? "1 file is" : `${going.length} files are`} still being sent`}>
          <bdi className="wrap-anywhere">{namesOf(going)}</bdi>. {children}
        </Notice>
      ) : null}
      {failed.length > 0 ? (
        <Notice
          tone="warning"
          title={`${failed.length === 1 ? "1 file was" : `${failed.length} files were`} not added`}
        >
          <bdi className="wrap-anywhere">{namesOf(failed)}</bdi>. {again}
        </Notice>
      ) : null}
    </div>
  )
}

const namesOf = (files: readonly ListedFile[]) => files.map(({ name }) => name).join(", ")
