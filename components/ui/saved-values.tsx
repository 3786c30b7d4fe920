import type { ReactNode } from "react"
import { DescriptionList } from "@/components/ui/description-list"
import { Notice } from "@/components/ui/notice"

interface SavedValuesProps {
  title: string
  /** What each field is called, and what is saved in it; empty for nothing. */
  values: readonly (readonly [label: string, value: string])[]
  /** What to do about it. */
  children: ReactNode
}

/** What is saved now, to be compared with what stands in a form. */
export const SavedValues = ({ title, values, children }: SavedValuesProps) => (
  <Notice tone="warning" title={title}>
    <div className="space-y-3 whitespace-pre-line">
      <DescriptionList
        items={values.map(([term, value]) => ({ term, detail: value === "" ? "Nothing" : <Words>{value}</Words> }))}
      />
      <p>{children}</p>
    </div>
  </Notice>
)

/** A long text does not push the form out of sight. */
const Words = ({ children }: { children: string }) =>
  children.length < 1000 ? (
    children
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section aria-label="Saved text" tabIndex={0} className="max-h-80 overflow-y-auto">
      {children}
    </section>
  )
