export function SkipLink() {
  return (
    <a href="#main" className="sr-only skip-link">
      Skip to the main content
    </a>
  )
}
