/** What people quote a request by. Lines never break at its hyphens, where it would look like two. */
export const Reference = ({ children, className = "" }: { children: string; className?: string }) => (
  <span className={`whitespace-nowrap tabular-nums ${className}`}>{children}</span>
)
