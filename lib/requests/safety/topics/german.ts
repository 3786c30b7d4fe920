import type { TopicWords } from "./topic"

export const GERMAN_TOPICS: TopicWords = {
  leaving:
    "draußen, raus, rausgegangen, evakuier*, geräumt, straße, gehweg, gehsteig, bei den nachbarn, beim nachbarn, ins freie, an der luft, verlassen, auf dem hof, vor dem haus, treppenhaus, abgesperrt, ausgezogen, auto sitzen, bei meiner schwester",
  airing:
    "fenster auf, fenster offen, gelüftet, lüfte*, lüften, aufgerissen, frische luft, fenster sind, durchzug, alle fenster",
  rescue:
    "feuerwehr, rettung, rettungswagen, notarzt, krankenwagen, krankenhaus, klinik, notruf, 112, hilfe, dringend, notfall, schnell, sofort, angst, bitte kommen, polizei, eilig",
  shutting: "zugedreht, abgedreht, abgestellt, haupthahn, absperrhahn, absperrventil, zudrehen, abdrehen, abgesperrt",
  nose: "riech*, geruch*, gerüch*, stink*, gestank*, stank, muffel*, müffel*, mief*, nase, duft*, roch, schnupper*, schmeckt nach, dünst*, aroma, nasen, beißend*, schmöck*, gschmäck*, schmeckt komisch, schmeckt seltsam, schmeckt die luft, komische luft, luft schmeckt, dicke luft im",
  likeness:
    "ei, eier, eiern, faul*, verfault*, knoblauch*, kohl, kraut, sauerkraut, zwiebel*, schwefel*, stinktier*, tote maus, totes tier, tote ratte, verwest*, kadaver, pups*, katzenpisse, stinkbombe*, toter fisch, verreckt*, aas, lauch",
  noise:
    "reifen, luftballon, sprühdose, dampfkessel, schnellkochtopf, zisch*, pfeif*, pfiff*, rausch*, fauch*, brüll*, dröhn*, düsenjet, brodel*, blubber*, zischel*, summ*, brumm*, säusel*, ström*, strömt*, pust*, bläst, luft aus, austret*, austritt, entweich*, sch, pss, psst",
  bubbles: "blase*, bläschen, schaum*, schäum*, pfütze*, seifen*, spüli, lecksuchspray, blubber*, brodel*, sprudel*",
  plants:
    "rasen, gras, wiese, hecke*, baum, bäume, pflanze*, blume*, beet, verdorr*, eingegangen, erde, boden, strauch*, busch*, vertrocknet*",
  digging:
    "bagger*, spaten, schaufel*, bohr*, gebohrt, säge*, gesägt, sägen, flex, schraube*, nagel, nägel, spitzhacke, graben, gegraben, baustelle*, bauarbeiter*, arbeiter, glasfaser*, tiefbau*, rasenmäher, lkw, auto, traktor, hammer, meißel*, zaunpfahl, zaun*, anhänger, handwerker, monteur*, dübel, axt, stapler, rüttel*, minibagger",
  damage:
    "druckprüfung, dichtheitsprüfung, druckabfall, angeritzt*, beschädig*, gerissen, riss, risse, geknickt, verbogen, krumm, loch, geplatzt, gebrochen, abgerissen, durchgerostet, rost*, verrostet*, locker, lose, undicht*, porös*, getroffen, erwischt, angebohrt*, durchtrennt*, eingedrückt*, kaputt, defekt*, abgebrochen, angefahren, gerammt, durchgebissen, angeknabbert, wackel*, gelöst, abgefallen, angeschnitten, korrodiert, grünspan, zerfressen*",
  carrier:
    "leitung*, gasleitung*, rohr*, schlauch*, zähler*, regler*, ventil*, muffe*, verschraubung*, hahn, gashahn*, kupferrohr*, hausanschluss*, gelbes rohr, gelbe leitung, gelben, hauptleitung*, regelstation*, gasflasche*, flasche, druckregler*, anschluss*, gasrohr*, gaszähler*, steigleitung*",
  unlit:
    "schließt nicht, obwohl alles aus, aufgedreht, angelassen, an gelassen, nicht angezündet, ohne flamme, geht aus, ausgegangen, ausgeht, geht nicht zu, schließt nicht, lässt sich nicht, klemmt, dreht durch, offen gelassen, offen, die ganze nacht an, knopf, knöpfe, drehknopf*, schalter, zündet nicht, zündflamme, brennerhahn, nicht richtig zu, vergessen, dreht sich, leer dreht, klickt",
  unwell:
    "doppelt, kribbel*, verschwommen, kopfschmerz*, kopfweh, schwindel*, schwindlig*, übel, übelkeit, schlecht, erbrech*, kotz*, müde, benommen*, schlapp, schwach, grippe*, herzras*, verwirrt, wirr, dröhnt, kopf, dusselig, duselig, schummrig, matt, brechen, gebrochen, augen brennen, husten*, atemnot, keine luft, unwohl, krank, schädel, brummt, taumel*, weiche knie, benebelt, schläfrig, elend, weh, gspürt, schwummrig, betrunken, besoffen, verkatert, kater, carboxyhäm*, tollpatschig, torkel*, lall*, komisch",
  unconscious:
    "bewusstlos*, ohnmächtig*, ohnmacht, umgekippt, zusammengebrochen, zusammengesackt, nicht ansprechbar, tot, gestorben, wacht nicht auf, reagiert nicht, am boden, kollabiert, kippt um, leblos, aus dem bett, wachen nicht auf, wacht nicht, nicht wach, aufwachen, aufwecken, atmet nicht, schläft den ganzen tag, schlafen den ganzen tag, schlafen nur noch",
  person:
    "mutter, vater, mama, papa, oma, opa, frau, mann, kinder, kind, baby, sohn, tochter, nachbar*, mieter*, bruder, schwester, mitbewohner*, wir alle, alle, uns beiden, beide, familie, bewohner*, eltern, schüler*, freundin, freund, klasse, omi, tante, großmutter, untermieter",
  animal:
    "hund, hunde, katze*, wellensittich*, vogel, vögel, hamster, kanarienvogel, meerschweinchen, papagei, haustier*, kaninchen",
  better:
    "draußen besser, an der frischen luft, geht es weg, wird es besser, besser, sobald, wenn ich rausgehe, wieder gut, wieder normal, weg ist, im büro, im krankenhaus, nur zu hause, zuhause, nur daheim, daheim, auf arbeit, kaum bin ich, raus bin",
  appliance:
    "therme*, gastherme*, heizung*, kessel*, herd*, gasherd*, ofen*, gasofen*, heizofen*, kamin*, boiler*, durchlauferhitzer*, brenner*, backofen*, kochfeld*, grill*, kaminofen*, gasheizung*, heizgerät*, heizkessel*, warmwassergerät*, kachelofen*",
  exhaust:
    "abgas*, rauch*, qualm*, schornstein*, kamin*, rückstau*, lüftung*, lüftungsgitter*, verstopft*, zugeklebt*, abgedichtet*, zugestopft*, vogelnest, nest, dohle*, stickig*, schlechte luft, dunst*, zug, zieht nicht, schornsteinfeger*, rauchfangkehrer*, gesperrt, verbrannt*, brandgeruch, angebrannt*, kokel*, gemauert",
  embers:
    "kohle*, holzkohle*, grill*, gegrillt, grillen, stromaggregat*, aggregat*, generator*, notstrom*, shisha, feuerschale*, heizpilz*, petroleum*, campingkocher*, wohnwagen, wohnmobil, zelt, glut, drinnen, einweggrill",
  flame: "flamme*, gelb*, orange*, blau*, flacker*, lodert, abhebt, hebt ab, rötlich*, zuckt, züngel*, leuchtet",
  soot: "ruß*, russ*, schwarz*, fleck*, verrußt*, braun*, verfärb*, ränder, angesengt*, schlieren, streifen",
  steam: "beschlag*, beschlägt, kondens*, scheibe*, spiegel, feuchte fenster, schwitz*, nass",
  detector:
    "ueg, honeywell, melder*, warner*, alarm*, sensor*, detektor*, kohlenmonoxid*, monoxid*, co, mälder, gasmelder*, gaswarner*, meldet, co2, warngerät*",
  beeping:
    "pfiff*, pfiffe, quäk*, tutet, piep*, pieps*, pfiffe, pfeift, schrill*, geht los, losgegangen, heult, blinkt*, rot, rote, rotes, ppm, ertönt, alarmiert, signal*, ausgelöst*, hört nicht auf, schreit, anzeige, zeigt, viermal, 4 mal, 4x, tönt, pulsier*, jault, lärm*, spinnt, geheult, gepiept, gejault",
  battery:
    "batterie*, akku*, abgelaufen, lebensende, alle 40 sekunden, alle minute, einmal pro minute, jede minute, ablaufdatum",
  still:
    "jetzt, gerade, immer noch, noch immer, seit gestern, seit heute, die ganze nacht, ständig, schon wieder, wieder, momentan, heute, stärker, schlimmer, immer, jedes mal, jedesmal, seit stunden, eben, seit, weiter, dauernd, laufend, sofort, aktuell",
  blast:
    "explosion*, explodiert, explodier*, knall*, geknallt, stichflamme*, brennt, feuer, in flammen, in die luft, verpuff*, gebrannt, trümmer, detonation",
  threat:
    "in die luft, absicht*, mit absicht, absichtlich, streichholz*, feuerzeug, anzünden, abfackeln, droht, drohung*, umbring*, gelockert, sabot*, selbstmord",
  past: "letztes jahr, vor jahren, letzte woche, letzten monat, damals, früher, gestern, vorige, 2019, 2020, 2021, 2022, 2023, 2024, im januar, im winter, letzten winter, war, waren, hatte, vor wochen, vor monaten, war mal",
  bill: "rechnung*, zahl*, preis*, tarif*, abschlag*, kosten*, guthaben*, mahnung*, rückerstattung*, lastschrift*, geld, euro, nachzahlung*, gutschrift*, betrag, ratenzahlung*, abbuch*, bonus, schadenersatz, schadensersatz, entschädig*, erstatt*, bezahl*, kwh, verbrauch*, jahresabrechnung*, abrechnung*",
  account:
    "konto*, passwort*, kennwort*, login, anmeld*, webseite, website, app, email, mail, e-mail, portal, kundenkonto, online, kundennummer, daten*, newsletter, benutzer*, registrier*, display, bildschirm, werbung, datenschutz",
  visit:
    "termin*, besuch*, verschieb*, absag*, uhr, uhrzeit, dienstag, mittwoch, donnerstag, freitag, montag, techniker, monteur*, wartung*, kommt jemand, wann kommt, vereinbar*, vorbeikomm*, nächste woche, anwesend, service",
  reading: "zählerstand*, zählerstände, ables*, abgelesen, stand, ziffern, zählernummer*, m3, kubikmeter",
  moving:
    "umzug*, umziehen, ziehe, einzug, auszug, kündig*, vertrag*, wechsel*, anbieter*, namensänderung, vermieter*, übernahme, neue adresse, wohnung, hausverwaltung, abmeld*, ummeld*, verstorben, nachmieter*",
  fitting:
    "einbau*, install*, anschließen, schließt, angeschlossen, montier*, verlegen, neuanschluss, hausanschluss, umrüst*, austausch*, tauschen, neuer gasherd, neue therme, möchte, hätte gern, versetzen, stilllegen, erneuer*, anschluss",
  trade:
    "kauf*, verkauf*, bestell*, empfehl*, welche, welchen, marke, angebot*, liefer*, shop, baumarkt, preisliste, rabatt, garantie, kostet, gekauft",
  paper:
    "versicherung*, bescheinigung*, zertifikat*, bericht*, kopie*, formular*, unterlagen, nachweis*, protokoll*, prüfbericht*, dokument*, schreiben, gutachten, lageplan, leitungsplan*, bestätigung*, anwalt, aktenzeichen, plan",
  teaching:
    "schulung*, übung*, kurs*, seminar*, schule, referat*, projekt*, material, unterricht, plakat*, broschüre*, flyer, probealarm*, räumungsübung, studium, bachelorarbeit, masterarbeit, vortrag*, ausbildung*, merkblatt, hausarbeit, klasse, hausordnung, aushang, sicherheitsunterweisung, test*, probe",
  news: "nachrichten, doku, dokumentation, film, zeitung, fernsehen, radio, artikel, podcast, gelesen, tatort, roman, bericht, tagesschau, krimi",
  job: "bewerb*, stelle, job, ausbildungsplatz, praktikum, lehrstelle, initiativbewerbung, karriere, pilotprojekt*, pilot*, sponsor*",
  thanks:
    "dank*, danke, vielen dank, super, toll, freundlich*, lob*, prima, klasse, top, merci, sterne, nett*, zufrieden, großes lob",
  mended:
    "repariert, behoben, erledigt, gelöst, abgedichtet, ausgetauscht, getauscht, gefixt, in ordnung, fehlalarm, entwarnung, gerichtet, war nur, stellte sich, herausgestellt, fertig, geprüft, alles gut, fachgerecht",
  sound:
    "ok, in ordnung, unbeschädigt, unberührt, intakt, heil, funktioniert, läuft, dicht, normal, sicher, nichts passiert, keine gefahr, kein notfall, nicht dringend, eilt nicht, unversehrt, alles gut, einwandfrei, bestanden",
  denial:
    "kein geruch, kein gas, kein gasgeruch, kein leck, riecht nicht, riecht nichts, nichts mit gas, keine, kein, keinerlei, nie, niemand, nicht gerochen, nichts zu tun, ohne, nix, nicht gas",
  cover:
    "kasten*, tür*, deckel*, klappe*, schrank*, schloss, schlüssel*, scharnier*, abdeckung*, verkleidung*, gehäuse*, wand, fliese*, putz, zaun*, blech*, blechdach, tor, farbe, gestrichen, aufkleber, pflaster*, einfahrt, dach",
  water:
    "wasser*, tropf*, regen*, heizkörper*, spüle, toilette*, bad, dach, überschwemm*, waschmaschine*, rohrreiniger, siphon, abfluss*, keller unter wasser, warmwasser, dusche*, hochwasser",
  odour:
    "gully, kanal*, abfluss*, farbe, lack*, lösungsmittel*, essen, braten, verkohlt, gekocht, angebrannt*, tabak*, zigarett*, rauchen, parfüm*, putzmittel*, chlor*, gülle, benzin, diesel, müll*, fisch*, schimmel*, teer, biotonne*, klo, nikotin, weihrauch, duftkerze*",
  figure:
    "stinkt zum himmel, toxisch*, explodieren die preise, explodierende, kopf explodiert, gib gas, gebt gas, geb jetzt gas, gas geben, vollgas, alarmierend*, heiße luft, dampf ablassen, auf dem schlauch, platzt der kragen, mir stinkt, stinkt mir, brennt mir, anrüchig, schwindelerregend*, vergiftet* stimmung, ausgebrannt, schwindel, betrug, haha, witz, dicke luft",
  ringing:
    "einbruch*, autoalarm*, wecker*, alarmanlage*, rauchmelder*, klingel*, handy, erinnerung*, benachrichtig*, warnhinweis*, feueralarm, kühlschrank, telefon",
  cold: "keine heizung, kein warmwasser, warmwasser, kalt, friert, druck, niedriger druck, heizung geht nicht, heizkörper, thermostat*, störung*, fehlercode*, lauwarm, springt nicht an, ausgefallen, ausfall*, kein gas, heizung geht, geht seit, geht nicht an, läuft nicht, funktioniert nicht, startet nicht, wird nicht warm, heizt nicht",
  complaint:
    "beschwer*, unverschämt*, warteschleife*, wart*, unfreundlich*, unmöglich, frech*, skandal*, unzufrieden, nicht erschienen, ärger*, sauer, service, kundenservice, schlecht, beschimpft, hotline, umgeht",
  supposing:
    "was wäre, falls, generell, allgemein*, frage nur, wissen, wie verhalte, was müsste, was muss man, wie oft, wie lange, ist es normal, sollte man, kann ich, kann man, darf ich, muss ich, theoretisch, warum, interessiert, information*, rein, angenommen, wäre",
}
