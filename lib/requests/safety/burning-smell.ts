/** A smell of something that burns, which is no smell of gas. */
const BURNING_SMELL =
  /\b(?:burn(?:ing|y|t)[- ](?:smells?|odou?rs?)|(?:smell(?:s|ing|ed)?|odou?rs?)(?: of| like)?(?: (?:something|a|is|thats|that's))* burning)\b(?! gas)/giu

/** The text without what it says of a burning smell; undefined when it says nothing of one. */
export function withoutBurningSmell(text: string): string | undefined {
  const rest = text.replace(BURNING_SMELL, " ")
  return rest === text ? undefined : rest
}
