import { type Judgement, VERDICTS } from "@/lib/model/hazard"
import { withoutBurningSmell } from "./burning-smell"
import { detectHazard } from "./detect-hazard"
import { mustAsk } from "./must-ask"
import { ReadText } from "./read-text"
import { thresholds, weigh } from "./statistics/classifier"
import { undisguised } from "./undisguised"
import { verdictOf } from "./verdict"
import { homeOnFire } from "./vocabulary/home-on-fire"
import { isForeign, vocabularyIn } from "./vocabulary/vocabulary"

/** Judges whether a text tells of a danger, of what may be one, or of neither; and names the judge that saw most. */
export function judgeText(text: string): Judgement {
  const judged = judgeSmell(text)
  const meant = judged.verdict === "danger" ? undefined : undisguised(text)
  if (meant === undefined) return judged
  const judgedAsMeant = judgeAsWritten(meant)
  return VERDICTS.indexOf(judgedAsMeant.verdict) < VERDICTS.indexOf(judged.verdict) ? judgedAsMeant : judged
}

/** A burning smell is asked about: it is a danger only with something else that is one without it. */
function judgeSmell(text: string): Judgement {
  const judged = judgeAsWritten(text)
  if (judged.verdict !== "danger" || judged.judge === "vocabulary") return judged
  const rest = withoutBurningSmell(text)
  return rest === undefined || judgeAsWritten(rest).verdict === "danger" ? judged : { ...judged, verdict: "possible" }
}

function judgeAsWritten(text: string): Judgement {
  const read = new ReadText(text)
  if (read.tokens.length === 0) return { verdict: "none" }
  const [rules, weighed, asks] = [detectHazard(read), weigh(read), mustAsk(read)]
  const { score, loudest } = weighed
  const verdict = verdictOf({ rules: !!rules, score, loudest, asks, foreign: isForeign(read) }, thresholds)
  const fire = verdict === "danger" ? undefined : homeOnFire(read)
  if (fire) return { verdict: "danger", ...fire, judge: "vocabulary" }
  if (verdict === "none") return { verdict }
  if (rules && (verdict === "possible" || loudest >= thresholds.agreed)) return { verdict, ...rules, judge: "rules" }
  const vocabulary = score < thresholds.possible ? vocabularyIn(read) : undefined
  if (vocabulary) return { verdict, ...vocabulary, judge: "vocabulary" }
  return { verdict, hazard: weighed.hazard, words: weighed.words(), judge: "statistics" }
}
