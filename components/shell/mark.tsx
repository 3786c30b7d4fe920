/** The flame of the utility; drawn in the colour of the text around it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" fill="none" className={className}>
      <path
        d="M16.6 2.5c1 5-1.3 7.3-3.9 10C10 15.2 7.5 17.7 7.5 21.2a8.5 8.5 0 0 0 17 0c0-3.3-1.3-5.6-2.8-7.6-.4 1.7-1.1 2.8-2.3 3.6.6-5.4-.4-10.8-2.8-14.7Z"
        fill="currentColor"
      />
      <path d="M16 17.5c-2.3 2-3.5 3.6-3.5 5.5a3.5 3.5 0 0 0 7 0c0-1.9-1.2-3.5-3.5-5.5Z" className="fill-surface" />
    </svg>
  )
}
