/** Says which keys answer a check, once they work: what holds the cards is marked then. */
export const AnswerKeyHint = () => (
  <p className="hidden lg:in-data-keys:block">
    With the focus on a check: <kbd className="font-bold">E</kbd> emergency, <kbd className="font-bold">N</kbd> no
    danger
  </p>
)
