/** What people quote a request by. Lines do not break at its hyphens, where it would look like two, unless it has one to itself. */
export const Reference = ({ children, className = "" }: { children: string; className?: string }) => (
  <span className={`inline-block max-w-full tabular-nums ${className}`}>{children}</span>
)
