const TYPED_IN = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable], dialog"

/** Whether a key is pressed to act and not to type: a single one, outside of whatever is typed in. */
export const isAct = ({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean =>
  !(defaultPrevented || ctrlKey || metaKey || altKey) && target instanceof Element && !target.closest(TYPED_IN)
