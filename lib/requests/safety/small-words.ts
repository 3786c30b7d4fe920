/**
 * Small words of our languages in Latin letters, in the order of the languages of the rules: by these it is known which
 * language a sentence is in.
 */
export const SMALL_WORDS: readonly string[] = [
  `the, and, of, are, my, our, there, it, we, i, you, with, for, have, has, this, that, is, your, from, when, what,
  a, an, to, in, on, at, be, was, were, not, do, does, did, can, could, please, would, will, but, if, or, as, by,
  so, me, us, they, he, she, her, his, its, no, just, been, get, got, since, up, out, about, how, why, who, which,
  where, now, still, some, any, all, ive, im, dont, had, them, their, should, than, then, after, before, last,
  week, want, need, called, thanks`,
  `el, los, las, por, muy, mi, está, hay, del, una, un, con, lo, para, al, desde, favor, tengo, nos, que, qué, en,
  y, se, su, sus, es, son, mis, pero, como, cuando, donde, la, le, me, te, esta, este, esto, hasta, cómo, cuándo,
  cuánto, quién, quiero, porque, hace, ya, más, sin, ni, yo, fue, ha, he, han, les, ustedes, vuestra, tienen,
  quedó, vivo, de, a`,
  `est, je, nous, une, dans, depuis, chez, il, ça, pour, avec, sur, vous, mon, du, au, votre, bonjour, avons, les,
  des, et, qui, que, ne, pas, ce, cette, mes, ma, vos, j'ai, ai, a, à, où, mais, plus, on, son, sa, ses, aux,
  c'est, par, si, été, sont, être, faire, merci, comment, quand, quel, quelle, jour, elle, ils, leur, tout, aucune,
  l'odeur, d'odeur, quoi, puis, de, d, l, en, la, le, un`,
  `der, die, das, und, ist, ich, wir, bei, nach, im, den, von, zu, mit, auf, seit, nicht, bitte, ein, eine, einen,
  mein, meine, vor, ihr, ihre, es, sie, kein, keine, wird, wurde, war, für, am, an, aus, beim, zum, zur, dem, des,
  als, auch, aber, noch, schon, wie, was, wann, wer, wenn, habe, haben, hat, kann, kommt, doch, nur, mir, mich,
  uns, unser, unsere, sich, oder, dass, euch, eure, sehr`,
  `w, z, na, jest, się, przy, od, mamy, proszę, nie, czy, po, za, ze, mnie, nas, i, do, co, to, jak, o, u, ale,
  mam, są, tak, mój, moja, moje, mi, dla, żeby, już, jeszcze, tylko, bo, gdzie, kiedy, ten, ta, było, był, byla,
  ktoś, coś, który, która, wam, mogę, chcę, ile, jakby, że, przez, nad, pod, przed, bez`,
  `hai, ki, ka, ke, raha, rahi, nahi, nahin, aa, ho, hua, gaya, kar, karo, tha, thi, jaldi, bahut, me, mein, se,
  ko, par, mera, meri, mere, aap, aapka, aapki, aapke, hum, hamare, hamari, kya, kab, kaise, kyun, bhi, aur, koi,
  kuch, ye, wo, jo, to, ne, hain, tak, baad, chahiye, nhi, h, yeh, woh, wala, abhi, lagao, ji, liye`,
  `fi, fel, bas, awi, awya, ya, mesh, mafeesh, 3and, 3andi, 3andna, el, da, di, ana, ma, msh, mish, men, 3ayez,
  law, lw, la, w, wa, ela, 3ala, fe, fih, feh, shu, shou, bede, elli, illi`,
]
