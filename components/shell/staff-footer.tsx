import { ABOUT, FOR_DEVELOPERS } from "@/components/shell/navigation"

/** What a footer must lead to, in one line. */
export const StaffFooter = () => (
  <footer className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line px-4 py-2 text-sm print:hidden">
    {[...ABOUT, FOR_DEVELOPERS].map(({ href, label }) => (
      <a key={href} href={href} className="link min-h-target">
        {label}
      </a>
    ))}
  </footer>
)
