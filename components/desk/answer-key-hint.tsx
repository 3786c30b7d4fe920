/** Says which keys answer a check. They need scripts. */
export const AnswerKeyHint = () => (
  <p className="hidden lg:not-noscript:block">
    With the focus on a check: <kbd className="font-bold">E</kbd> emergency, <kbd className="font-bold">N</kbd> no
    danger
  </p>
)
