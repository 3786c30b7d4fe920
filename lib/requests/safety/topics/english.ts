import type { TopicWords } from "./topic"

export const ENGLISH_TOPICS: TopicWords = {
  leaving: `outside, evacuat*, got out, get out, gone out, standing in, out of the house, left the house, moved out to,
    next door, across the road, on the pavement, in the street, in the garden, in the car, everyone out, cleared,
    roped off, cordon*, run out, ran out, came out, sent everyone home, staying at, slept at`,
  airing:
    "windows open, opened the window*, open window*, opened all, back door open, air it out, airing, ventilat*, fresh air",
  rescue:
    "ambulance, fire brigade, firemen, firefighter*, fire service, paramedic*, hospital, a and e, 999, 911, police, urgent*, emergency, help, hurry, quick, asap, scared, frightened, terrified, worried, panick*",
  shutting:
    "shut off, turned off, turned it off, switched off, turn it off, isolat*, ecv, lever, stopcock, capped, uncapped, shut the valve, closed the valve",
  nose: "stunk, smelt, musty gas, taste it, stinker, bouquet, ming, mings, hums to high, ponk, ponks, gassy, whiffy, full of it, waft*, in the nostrils, nosebleed smell, smel*, sniff*, stink*, stank, stench, reek*, whiff*, niff*, pong*, honk*, hum, hums, nostril*, nose, noses, odour*, odor*, minging, rank, wiff*, scent, aroma, hold my breath, fug, hangs in the air, stinky, odorant, mercaptan, tastes funny, tastes odd, tastes strange, tastes weird, tastes metallic, air tastes, taste in the air, tastes wrong, air is funny, air is thick, air is heavy, air feels, catches in",
  likeness:
    "egg, eggs, eggy, rotten, rotting, garlic*, cabbage*, onion*, sulphur*, sulfur*, skunk*, dead animal, dead rat, dead mouse, dead fish, something died, died under, farts, fart, cat pee, cat wee, sewage gas, stink bomb*, off milk, sprout*, struck match*",
  noise:
    "hisssing, hising, sissing, fizzing, psst, blows, air escaping, like a snake, steam train, aerosol, tyre going down, deflat*, hiss*, whistl*, roar*, rush*, gush*, sss*, psss*, fizz*, wheez*, blowing, whoosh*, jet, kettle, tyre, like air, hum*, rumbl*, sizzl*, gurgl*, puncture, seeping, escap*, shh, sh, ssh, shush*, hush",
  bubbles:
    "ldf, leak detector fluid, fizz*, jacuzzi, lemonade, champagne, blowing bubbles, frothy, bubbl*, foam*, froth*, puddle*, soapy, soap, washing up liquid, fairy liquid, leak spray, suds",
  plants:
    "grass, lawn, hedge*, tree, trees, plants, shrub*, verge, flower bed*, flowers, turf, dying off, gone brown, dead patch, bare patch, soil, ground",
  digging:
    "digger*, excavat*, spade, shovel, jcb, mini digger, pickaxe, drill*, nail*, screw*, saw, sawed, sawn, grinder, auger, trench*, groundwork*, builders, builder, contractor*, roadworks, digging, dug, fence post*, strimmer, mower, bulldozer, lorry, van, reversed, fibre, broadband crew, plumber, scaffold*, kango, breaker, chisel, hammer, stihl, angle grinder, forklift, tractor, bin lorry, skip lorry",
  damage:
    "weep*, wept, seep*, gnaw*, gouged, scraped, ripped off, yanked, holed, gone through, went through, snagged, caught it, torn out, flattened, bodged, hairline, dripping nut, blown seal, hit, struck, bent, crack*, snap*, split, nick*, cut, sever*, punctur*, corrod*, rust*, dent*, loose, ripped, pulled, torn, hanging off, hole, pierc*, gash*, broke, broken, knocked, clipped, caught, smashed, ruptur*, perish*, wobbl*, frayed, chew*, crush*, squash*, kink*, came away, come away, came off, fell off, sheared, buckled, twisted, disconnected, open ended",
  carrier:
    "lel, isolator, ecv, meter outlet, compression, inlet, outlet, gland, olive, gas line, supply pipe, tail, manifold, pigtail, syphon, gass, leek, pipe*, hose*, main, mains, riser, union, joint, valve, regulator, governor, meter, service pipe, yellow pipe, yellow plastic, copper, lead pipe, flexi*, fitting, tap, cylinder*, bottle, propane, butane, lpg, supply, cooker hose, bayonet, pe pipe, iron pipe",
  unlit:
    "left on, unlit, not lit, without lighting, left the ring, knob*, wont turn off, doesnt turn off, wont shut, wont close, not shut, stuck open, on all night, on full, pilot, goes out, blows out, blew out, gone out, keeps going out, wont light, doesnt light, didnt light, been on, ring on, hob on, spins, turned on, wont ignite, half on, ajar, click*, ignit*, dial, control",
  unwell:
    "seeing double, double vision, pins and needles, giddy, gidd*, off my food, cant think straight, swimmy, swimming head, head swims, peaky, ropey, blurred, blurry, jelly legs, cold that wont go, yawn*, zonked, bilious, retching, heaving, headache*, head ache*, dizz*, sick, nause*, vomit*, throwing up, threw up, light headed, lightheaded, woozy, faint*, sleepy, drowsy, tired, knackered, flu, fluey, groggy, confus*, muddled, heart racing, palpitation*, short of breath, breathless, chest, wobbly legs, legs like jelly, weak, rough, poorly, ill, unwell, queasy, migraine*, banging head, heads banging, head is pounding, thumping head, head, heads, cant stay awake, tight chest, eyes streaming, eyes sting*, cough*, throat, off colour, spaced out, floppy, out of it, not right, hungover, hangover, fog, foggy, cherry red, flushed, symptoms, drunk, hungover*, hangovers, clumsy, acting strange, acting weird, keep awake, stay awake, carboxyh*, cohb, lethargic, stupor, staggering, slurr*, wobbly",
  unconscious:
    "collaps*, passed out, unconscious, wont wake, cant wake, blacked out, keeled over, not waking, unresponsive, found dead, dead, died, on the floor, slumped, dropped, fainted, not wak*, dont wak*, doesnt wak*, do not wake, does not wake, wont wak*, cant wak*, cannot wake, get them up, get him up, get her up, asleep all day, sleep all day, sleeps all day, sleeping all day, not breathing, isnt breathing, rouse*, comatose, coma, limp",
  person:
    "mum, mam, mom, dad, nan, gran, grandma, grandad, wife, husband, hubby, missus, kids, kid, baby, son, daughter, children, child, brother, sister, neighbour*, neighbor*, tenant*, lad, flatmate*, lodger*, housemate*, everyone, everybody, all of us, both of us, we both, we all, whole family, family, pupils, staff, residents, girlfriend, boyfriend, partner, old lady, old man, elderly",
  animal:
    "dog, dogs, cat, cats, budgie*, canary, parrot, hamster*, bird, birds, rabbit, puppy, kitten, guinea pig*, goldfish, pet, pets",
  better:
    "better outside, fine outside, when i go out, go away when, goes away when, clears when, clears up when, go outside, goes outside, feel better, felt better, feels better, fine at work, fine at school, as soon as, ok outside, alright outside, at work, only at home, only in the, when we are in, when im in, come home, back home, the minute, wears off, leave the house, weekends, step out, get out of the",
  appliance:
    "boiler*, cooker*, hob, hobs, oven*, stove*, heater*, gas fire, fire, fireplace, geyser*, furnace*, water heater, aga, rayburn, burner*, grill, log burner, wood burner, tumble dryer, radiant, combi, range",
  exhaust:
    "spillage, spilling, at risk, flueless, combustion, ratio, lined, lining, rendered over, soot fall, boarded up, bird, fume*, exhaust, flue*, chimney*, vent, vents, airbrick, air brick, nest, jackdaw*, blocked, bunged, sealed, covered over, taped, spill*, backdraught, downdraught, draught, draft, smoky, smoke, smokey, cowl, terminal, terminus, ventilation, extractor, engine running, car running, hazy, haze, stuffy, acrid, burnt, burning",
  embers:
    "charcoal, barbecue, bbq, barbie, generator, genny, coals, coal, disposable, brazier, patio heater, paraffin, camping stove, camp stove, shisha, embers, tent, caravan, firepit, fire pit, hibachi, indoors",
  flame:
    "flame*, yellow, orange, lazy, lifting, floppy flame, flicker*, blue, licking, dancing, wavy, smoky flame, pilot light, red flame, tall flame*, jumps, jumping",
  soot: "soot*, black, stain*, brown mark*, scorch*, sticky black, smudge*, marks, discolour*, singed, grime, charred, dark patch*, browned, sooty, tarry",
  steam:
    "condensation, steamed up, steam up, mirror, windows running, dripping wet windows, mist*, damp, steamy, windows wet, sweating windows",
  detector:
    "honeywell, aico, nest protect, ei208, alarm on the boat, alarm*, detector*, sensor*, monitor, monoxide, co, kidde, fireangel, carbon, co2, c o",
  beeping:
    "climbing, hi and, sings out, singing, tweet*, toot*, hoot*, bip, bips, wails, goes mad, going mad, going off its head, kicking off, high reading, beep*, bleep*, chirp*, going off, goes off, went off, gone off, siren, scream*, shriek*, pulsing, pulse*, red light, flashing, flashes, ppm, sounding, blaring, peep*, screech*, ringing, squeal*, tripped, four beeps, 4 beeps, wont stop, wont shut up, shut up, reading, reads, display*, piercing, wailing, buzzing, ping, pinging",
  battery:
    "batter*, end of life, expired, replace by, low batt*, once a minute, every minute, every 40 seconds, every 30 seconds, new batteries, changed the batter*, out of date, err, lb",
  still:
    "now, right now, still, at the moment, currently, since last night, since this morning, since yesterday, all night, keeps, again, all day, tonight, this morning, getting worse, getting stronger, stronger, worse, constantly, wont stop, every time, whenever, today, just now, started, minutes ago, just, overnight",
  blast:
    "explosion, explod*, blew up, bang, fireball, flames, on fire, caught fire, burst, blast, singed, eyebrows, blown, rubble, alight, flash, whoomph, whoomp, shoot up, shot up, shooting up, shooting out, leap*, flare*",
  threat:
    "blow up, blow the, blow my, blow us, on purpose, deliberately, match, matches, lighter, set fire, set light, burn down, burn the, threaten*, threat, kill, sabotag*, tamper*, loosened, unscrewed, suicid*, revenge",
  past: "last year, years ago, last month, last week, in 2019, in 2020, in 2021, in 2022, in 2023, in 2024, previously, back in, months ago, weeks ago, last winter, last time, previous, used to, was, were, had been, yesterday, the other day, earlier",
  bill: "bill*, pay*, price*, tariff*, refund*, debit, invoice*, charge*, charged, cost*, credit, debt, rebate, balance, money, pound*, quid, statement*, overcharg*, estimate, estimated, standing charge, arrears, instal*ments, compensation, owe, smart meter*, kwh, usage, compensat*",
  account:
    "account*, password*, login, log in, website, app, email, e-mail, portal, online, text message, username, details, hacked, data, marketing, newsletter, sign in, register*, display unit, smart display, screen, phone number",
  visit:
    "appointment*, visit*, book*, reschedul*, engineer, when are you, what time, slot*, cancel*, come round, come out, call out, callout, technician, date, tuesday, wednesday, thursday, friday, monday, morning or afternoon, time slot, servic*, annual, access, available, arrange",
  reading: "reading*, meter reading*, submit*, digits, serial number, submit a reading, m3, units, submit*",
  moving:
    "moving, move, moved, new tenant, landlord, selling the house, sold, contract, switch, supplier, change name, name change, change of, tenancy, new address, closing, final, new owner, estate agent, close my",
  fitting:
    "instal*, fitted, fit, fitting, connect, connection, move the meter, relocat*, new boiler, upgrade, extension, convert, replacement, replace, new supply, disconnect*, remove, cap off, want a, would like, swap",
  trade:
    "buy, bought, sell, selling, sale, order*, recommend, which, brand, price of, stock, shop, purchase, free alarm, deliver*, spare, do you sell, do you stock, do you supply, warrant*",
  paper:
    "insur*, certificate*, report, copy, form, letter, document*, proof, claim, paperwork, gas safe, cp12, reference number, case number, statement, survey, record*, legal, solicitor, reference",
  teaching:
    "quiz, play, novel, script, class, pupils learning, brownies, guides, wi talk, scratch and sniff, train*, drill*, exercise, course, school, project, homework, teach*, student*, dissertation, essay, poster*, leaflet*, lesson, presentation, university, research, workshop, class, talk, awareness, club, scouts, first aid, simulated, simulat*, practice, mock, test, testing, fete",
  news: "news, documentary, film, movie, read about, article, saw on, on telly, on tv, radio, facebook, podcast, book, novel, episode, programme, paper, newspaper",
  job: "job, apply, applying, application, vacanc*, career*, apprentice*, cv, interview, hiring, hire, position, pilot scheme, pilot project, pilot, sponsor*, trial, partnership",
  thanks:
    "thank*, thx, ta, cheers, grateful, great, brilliant, excellent, lovely, star, stars, polite, helpful, feedback, kudos, well done, praise, compliment, appreciat*, impressed",
  mended:
    "signed it off, signed off, perfect since, been fine since, mystery solved, panic over, ignore my earlier, stand down, false alarm, no longer, put right, all sorted, back in, fixed, repaired, sorted, mended, sealed, replaced, resolved, all clear, made safe, was nothing, turned out, cleared up, done, job done, found nothing, tightened, given the all clear, came and, all ok, false alarm, attended, completed, closed, was just, only the",
  sound:
    "fine, intact, undamaged, ok, okay, all good, safe, working, perfect, not damaged, not touched, works, passed, tested, normal, untouched, no damage, no problem*, no issue*, no danger, not urgent, not an emergency, no rush",
  denial:
    "no smell, no leak, no gas, no alarm, no odour, not leaking, isnt leaking, nothing wrong, no one is, nobody is, cant smell, dont smell, doesnt smell, not gas, nothing to do with, no symptoms, nobody ill, never, not a, no sign, without any, not smell, nobody",
  cover:
    "box, door, lid, cover, cupboard, hinge*, lock, key, cabinet, casing, latch, panel, handle, bracket, paint, painted, wall, tiles, plaster*, driveway, paving, gate, fence, flap, brick*, window pane, letterbox, kerb, pavement, tarmac, sign, sticker",
  water:
    "water, drip*, rain, leak*ing tap, radiator, sink, toilet, bath, roof, flood*, damp, washing machine, dishwasher, tank, plumbing, shower, waste pipe, ceiling, gutter*, stop tap",
  odour:
    "gloss, emulsion, silicone, vinegar*, egg sandwiches, sandwiches, dog mess, did its business, glue, adhesive, new carpet, scented, egg mayo, polish, disinfectant, sweaty, socks, gym, wet paint, creosoted, drain*, sewer*, sewage, paint, varnish, cooking, curry, bleach, solvent, manure, tobacco, cigarette*, weed, perfume, petrol, diesel, tar, farm, bins, bin, rubbish, fish, burnt toast, toast, cleaning, creosote, candle*, air freshener, nappy, nappies, aftershave, damp dog, mould, wet dog, incense",
  figure:
    "toxic, exhausted, exhausting, gaslight*, stinks of, fishy, smells fishy, alarming, alarmed, alarmingly, hot air, head explode, blow my top, blew my top, steam out, red flag, explosive, through the roof, shock, poisonous, sick of, sick and tired, sick to death, headache of, pain in the, nightmare, joke, burning question, fuming, leaked, breath of fresh air, gasp*, meltdown, cooking with gas, skyrocket*, bombshell, dizzying",
  ringing:
    "burglar, car alarm, alarm clock, clock, smoke alarm, intruder, house alarm, doorbell, phone, ring doorbell, security, set my alarm, reminder*, alert*, notification*, fire alarm, fridge, door alarm, text alert",
  cold: "no heating, no hot water, hot water, cold, freezing, heating, pressure, low pressure, thermostat, no gas supply, lukewarm, wont come on, not heating, radiators, timer, error code, f28, fault code, e1, lock out, lockout, no gas, warm, not working, does not work, doesnt work, isnt working, wont start, will not start, does not start, stopped working, out of order, no longer heats",
  complaint:
    "complain*, rude, waiting, on hold, queue, disgust*, ridiculous, useless, service, unacceptable, poor, fed up, customer service, manager, ombudsman, late, never turned up, no show, missed, hours, apolog*, mess, muddy, parked",
  supposing:
    "how many, what does a, whats a safe, is it dear, am i eligible, how deep, who do i speak, what if, if i ever, if we ever, in case, should i, would it, is it true, wondering, general question, how do i know, how would, hypothetical*, just curious, curious, how long, how often, do you, can you, can i, does it, advice, asking, question, what should, information, would like to know, ever, for future, is it normal, explain",
}
