import { type Judgement, VERDICTS } from "@/lib/model/hazard"
import { withoutBurningSmell } from "./burning-smell"
import { detectHazard } from "./detect-hazard"
import { mustAsk } from "./must-ask"
import { ReadText } from "./read-text"
import { thresholds, weigh } from "./statistics/classifier"
import type { Token } from "./tokens"
import { undisguised } from "./undisguised"
import { verdictOf } from "./verdict"
import { homeOnFire } from "./vocabulary/home-on-fire"
import { isForeign, vocabularyIn } from "./vocabulary/vocabulary"

/** One letter over and over, as a word of its own: no language has it. */
const RUN = /(?<![\p{L}\p{M}\p{N}])(\p{L})\1{3,}(?![\p{L}\p{M}\p{N}])/giu

/** Judges whether a text tells of a danger, of what may be one, or of neither; and names the judge that saw most. */
export function judgeText(written: string): Judgement {
  const text = written.replace(RUN, " ")
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
  return rest === undefined || judgeAsWritten(rest).verdict === "danger"
    ? judged
    : { ...judged, verdict: "possible", judge: "rules" }
}

/** Numbers and letters on their own: the statistics have met these beside dangers, but they tell of nothing. */
const isNoWord = ({ word }: Token): boolean => /^(?:\d+|[a-z])$/.test(word)

function judgeAsWritten(text: string): Judgement {
  const read = new ReadText(text)
  if (read.tokens.every(isNoWord)) return { verdict: "none" }
  const [rules, weighed, asks] = [detectHazard(read), weigh(read), mustAsk(read)]
  const { score, loudest } = weighed
  const verdict = verdictOf({ rules: !!rules, score, loudest, asks, foreign: isForeign(read) }, thresholds)
  const fire = verdict === "danger" ? undefined : homeOnFire(read)
  if (fire) return { verdict: "danger", ...fire, judge: "vocabulary" }
  if (verdict === "none") return { verdict }
  if (rules && (verdict === "possible" || loudest >= thresholds.agreed)) return { verdict, ...rules, judge: "rules" }
  // What has to be asked about whatever the statistics say is not their doubt.
  const vocabulary = verdict === "possible" ? vocabularyIn(read) : undefined
  if (vocabulary) return { verdict, ...vocabulary, judge: "vocabulary" }
  const judge = verdict === "possible" && asks ? "vocabulary" : "statistics"
  return { verdict, hazard: weighed.hazard, words: weighed.words(), judge }
}
