/** Words of one language, written as those of concepts are; those of a script that sets no spaces are found anywhere. */
interface HomeFireWords {
  home: string
  /** That it burns now. */
  burns: string
  /** That it did, might, or is said of something else. */
  unless?: string
  /** What tells of a fire as well as of something that is none, so that more has to be asked. */
  also?: FireWords[]
}

export interface FireWords {
  words: string
  /** What burns instead of a home. */
  things?: string
  unless: string
  /** The word behind makes it something else: "a fire door". */
  notBefore?: string
  /** The only words that may stand behind it, if any does. */
  before?: string
  /** The home stands directly before it: "my flat is burning", but not "the boiler in my flat is burning gas". */
  isOfHomeItself?: true
}

/** What is called after fire and does not burn, and what is said of fires that do not. */
const FIRE_THINGS =
  "door, doors, alarm, alarms, pit, pits, place, places, escape, escapes, exit, exits, extinguisher, extinguishers, blanket, blankets, safety, risk, risks, surround, surrounds, drill, drills, station, stations, hazard, hazards, regulations, certificate, certificates, inspection, inspector, damage, damaged, insurance, proof, retardant, resistant, wood, panel, panels, bucket, hydrant, hydrants, stopping, assembly, warden, marshal, policy, plan, plans, detector, detectors, sprinkler, sprinklers, engine, engines, brigade, service, report, rated, curtain, shutter, strip, guard, grate, basket, back, stove, bell"

/** How people say that the place they live in is on fire. */
export const HOME_FIRE_WORDS: Record<string, HomeFireWords> = {
  English: {
    home: "house, home, flat, apartment, building, kitchen, roof, bedroom, bathroom, living room, hallway, loft, attic, garage, cellar, basement, room, place, bungalow, maisonette, cottage, caravan, bedsit, studio, houseboat, tower block, block of flats, lounge, hall, landing, stairs, staircase, stairwell, porch, conservatory, utility room, larder, pantry, nursery, toilet, bath room, sitting room, front room, back room, dining room, spare room, box room, ceiling, airing cupboard, curtains, sofa, mattress, bed, neighbours, next door",
    burns: "on fire help, caught fire, has caught fire, in flames, ablaze, is burning to the ground, gone up in flames",
    unless:
      "was, were, had, last, ago, years, insurance, if, would, could, might, not, isnt, isn, like, almost, nearly, throat, chest, eyes, skin, sale*",
    also: [
      {
        words:
          "is on fire, s on fire, are on fire, on fire now, is burning down, is in flames, are in flames, has caught fire, have caught fire",
        things:
          "cooker, oven, hob, boiler, tumble dryer, dryer, dishwasher, washing machine, fridge, freezer, toaster, microwave, chip pan, frying pan, pan, heater, meter, meter box, fuse box, carpet, rug, wardrobe, christmas tree, telly, tv",
        unless:
          "last, ago, years, insurance, if, would, could, might, when, not, isnt, isn, like, almost, nearly, throat, chest, eyes, skin, sale*",
      },
      {
        words:
          "there is a fire, theres a fire, there s a fire, there is fire, theres fire, there s fire, there is a big fire, there is a small fire, got a fire in, a fire has started, a fire has broken out, a fire just broke out, a fire broke out, fire has broken out, fire broke out, a fire started, kitchen fire, house fire, flat fire, roof fire, loft fire, garage fire, bedroom fire, chip pan fire, fire in the kitchen, fire in my kitchen, fire in our kitchen, fire in our flat, fire in my flat, fire in our house, fire in my house, fire in our home, fire in my home, fire in the house, fire in the flat, fire in our building, fire in the building, fire at our house, fire at my house, fire at home",
        unless:
          "was, were, had, last, ago, years, yesterday, week, month, since, after, insurance, insured, if, would, could, might, may, when, should, not, no, never, isnt, like, gas fire, electric fire, light, lights, lit, ignite*, pilot, service, serviced, servicing, fitted, fit, fitting, installed, install, remove*, removal, disconnect*, reconnect*, capped, replace*, decorative, chimney, flue, hearth, broken, old, new, cosy, heater, smart, quote, price, news, is there, certificate, alarm needs, test, tested, wont, start, starting, starts, work, works, working",
        notBefore: FIRE_THINGS,
      },
      {
        words:
          "there are flames, theres flames, there s flames, flames in, flames coming, flames everywhere, flames at, can see flames",
        unless:
          "was, were, had, last, ago, years, if, would, could, might, when, not, no, like, yellow, orange, blue, low, boiler, hob, cooker, burner*, stove, oven, ring*, grill, fireplace, fire place, gas fire, log burner, candle*, heater",
      },
      {
        isOfHomeItself: true,
        words: "is burning, s burning, are burning, burning, on fire, is alight, alight",
        unless:
          "was, were, had, last, ago, years, if, would, could, might, when, not, isnt, like, light, lights, lamp, bulb, pilot, candle*, question, bill*, money, stove, burner, heater, boiler, cooker, oven, hob",
        before:
          "down, up, now, help, please, and, with, right, quick, quickly, come, send, hurry, we, i, there, everyone, everybody, get, call, at, badly, flames, still, fire, smoke, omg, so",
      },
    ],
  },
  German: {
    home: "haus, wohnung, küche, kueche, dach, keller, zimmer, gebäude, schlafzimmer, bad, flur, garage, wohnzimmer, treppenhaus, dachboden, badezimmer, kinderzimmer, esszimmer, heizungskeller, dachstuhl, mietshaus, hütte, zuhause, bude, balkon",
    burns:
      "haus brennt, wohnung brennt, küche brennt, dach brennt, keller brennt, zimmer brennt, es brennt, in flammen, steht in brand, fängt feuer, feuer gefangen, ein feuer ausgebrochen, feuer ausgebrochen, brand ausgebrochen, zimmer brennt, wohnzimmer brennt, schlafzimmer brennt, dachstuhl brennt, treppenhaus brennt, garage brennt, gebäude brennt, hütte brennt, bude brennt, steht in flammen",
    unless:
      "brannte, war, letzte*, letztes, vor, versicherung, wenn, falls, könnte, würde, nicht, licht, lampe, herd, heizung, flamme, therme, boiler, kessel, pilotflamme, gasherd",
  },
  French: {
    home: "maison, appartement, appart, cuisine, toit, chambre, immeuble, cave, salon, garage, logement, studio, salle de bain, couloir, grenier, escalier, cage d escalier, toiture, pavillon, baraque",
    burns:
      "en feu, en flammes, a pris feu, maison brûle, maison brule, appartement brûle, appartement brule, cuisine brûle, cuisine brule, il y a le feu, y a le feu, il y a un incendie, un incendie s est déclaré, un incendie vient, est en train de brûler, est en train de bruler, salon brûle, chambre brûle, toit brûle, immeuble brûle",
    unless: "était, etait, avait, dernier, dernière, assurance, si, pourrait, pas, chaudière, flamme, brûleur, lumière",
  },
  Spanish: {
    home: "casa, piso, apartamento, cocina, techo, habitación, edificio, sótano, dormitorio, salón, salon, baño, pasillo, tejado, hogar, vivienda, garaje, edificio, escalera",
    burns:
      "en llamas, casa se quema, piso se quema, casa arde, se está quemando, se esta quemando, está ardiendo, esta ardiendo, ha prendido fuego, se incendia, se está incendiando, hay un incendio, hay fuego, se quema la casa, se quema el piso, cocina se quema, apartamento se quema, cocina arde, piso arde",
    unless: "estaba, año, pasado, pasada, seguro, si, podría, no, comida, luz, garganta, ojos",
  },
  Polish: {
    home: "dom, domu, mieszkanie, mieszkaniu, kuchnia, kuchni, dach, pokój, blok, piwnica, piwnicy, budynek, salon, łazienka, łazience, pokoju, sypialni, garaż, garażu, strych, klatka, klatce, bloku, dachu",
    burns:
      "się pali, pali się, sie pali, pali sie, płonie, plonie, w płomieniach, w ogniu, stoi w ogniu, jest pożar, wybuchł pożar, pożar w, mamy pożar",
    unless:
      "palił*, płonął, rok, temu, ubezpieczenie, jeśli, gdyby, nie, światło, lampka, kontrolka, piec, piecyk, junkers, gaz, palnik, kuchenka, płomień, płomyk, świec*, oczy, gardło",
  },
  Hindi: {
    home: "घर*, मकान*, कमरे*, कमरा, रसोई*, किचन*, फ्लैट*, बिल्डिंग*, इमारत*, ghar, makan, kitchen, rasoi, दुकान*, छत*, फ्लैट, अपार्टमेंट*, flat, ghar mein",
    burns:
      "आग लगी है, आग लग गई, आग लग गयी, आग लगी हुई, आग लगल बा, घर जल रहा, मकान जल रहा, रसोई जल रही, aag lagi hai, aag lag gayi, aag lag gai, aag lagi hui",
    unless: "थी, था, पिछले, साल, अगर, बीमा, thi, tha, agar",
  },
  Arabic: {
    home: "بيت*, البيت, بيتي, بيتنا, منزل*, المنزل, منزلنا, منزلي, شقة, شقتي, شقتنا, الشقة, مطبخ, المطبخ, عمارة, العمارة, مطبخنا, مطبخي, غرفة, الغرفة, غرفتي, صالون, الصالون, سطح, السطح, بناية, البناية",
    burns:
      "يحترق, تحترق, بيحترق, بتحترق, يشتعل, فيه حريق, النار شبت, ولعت, نشب حريق, حريق في, النار في, هناك حريق, يوجد حريق, في حريق, اندلع حريق",
    unless: "كان, كانت, لو, إذا, تأمين, لا, ليس",
  },
  Chinese: {
    home: "家, 房子, 屋, 厨房, 廚房, 公寓, 楼, 樓, 房间, 房間",
    burns: "着火了, 著火了, 起火了, 失火了, 烧起来, 燒起來, 火燭, 火烛",
    unless: "去年, 如果, 保险, 保險, 以前, 上次",
  },
  Japanese: {
    home: "家, うち, 台所, 部屋, マンション, アパート, キッチン, 建物",
    burns: "火事です, 火事だ, 燃えて, 火が出て, 火がつい, 火災です, 火事になって",
    unless: "去年, 保険, もし, 以前",
  },
  Korean: {
    home: "집*, 우리집*, 아파트*, 부엌*, 주방*, 방에, 건물*",
    burns: "불이 났*, 불났*, 불이 나*, 불타*, 타고 있*, 불이 붙*, 화재가 났*, 화재가 발생*",
    unless: "작년*, 보험*, 만약*",
  },
  Portuguese: {
    home: "casa, apartamento, cozinha, prédio, predio, telhado, quarto",
    burns: "em chamas, pegando fogo, pegou fogo, a arder, está a queimar, está ardendo, incendiou",
    unless: "estava, ano, passado, seguro, se, poderia, não",
  },
  Russian: {
    home: "дом, дома, доме, квартир*, кухн*, комнат*, крыш*, подвал*",
    burns: "горит, горим, пожар, в огне, полыхает, загорел*, пылает",
    unless:
      "был, была, прошл*, год*, страхов*, если, не, свет, лампочк*, индикатор*, колонк*, котел, котёл, плит*, газ*, конфорк*, духовк*, плам*, огон*, огн*, глаз*, горл*, свеч*",
  },
  Ukrainian: {
    home: "будинок, будинку, хата, квартир*, кухн*, дім, дах",
    burns: "горить, палає, пожежа, у вогні, загорі*",
    unless:
      "був, була, минул*, якщо, не, світло, лампочк*, котел, колонк*, страхув*, газ*, конфорк*, полум*, очі, свічк*",
  },
  Bengali: {
    home: "বাড়ি*, বাসা*, ঘরে*, ঘর, রান্নাঘর*, ফ্ল্যাট*, bari*, basa*, ghore",
    burns: "আগুন লেগেছে, আগুন লাগছে, আগুন লেগে গেছে, আগুন জ্বলছে, পুড়ছে, agun legeche, agun lagse, agun lagche",
    unless: "ছিল, গত, যদি, বীমা",
  },
  Urdu: {
    home: "گھر*, مکان*, کمرے, کمرہ, کچن*, باورچی*, فلیٹ*, عمارت*",
    burns: "آگ لگی ہے, آگ لگ گئی, آگ لگی ہوئی, جل رہا, جل رہی",
    unless: "تھی, تھا, اگر, پچھلے, انشورنس",
  },
  Punjabi: {
    home: "ਘਰ*, ਮਕਾਨ*, ਕਮਰੇ*, ਰਸੋਈ*, گھر, گھرے",
    burns: "ਅੱਗ ਲੱਗੀ, ਅੱਗ ਲੱਗ ਗਈ, ਅੱਗ ਲਗ ਗਈ, ਸੜ ਰਿਹਾ, اگ لگ گئی, اگ لگی",
    unless: "ਸੀ, ਜੇ, ਪਿਛਲੇ",
  },
  Marathi: {
    home: "घर*, घराला, घरात, स्वयंपाकघर*, फ्लॅट*, इमारत*, खोली*",
    burns: "आग लागली आहे, आग लागलीय, आग लागली, जळत आहे, जळतंय, पेटल*",
    unless: "होती, होता, गेल्या, जर, विमा",
  },
  Gujarati: {
    home: "ઘર*, મકાન*, રસોડા*, ફ્લેટ*, બિલ્ડિંગ*",
    burns: "આગ લાગી છે, આગ લાગી ગઈ, આગ લાગી, સળગી રહ્યું, બળી રહ્યું",
    unless: "હતી, હતું, જો, વીમા",
  },
  Tamil: {
    home: "வீடு, வீட்டில், வீட்டுக்கு, வீடு*, வீட்*, சமையலறை*, சமையல்*, கட்டிட*",
    burns: "தீப்பிடி*, தீ பிடி*, தீப்பற்றி*, தீ பற்றி*, எரிகிற*, எரியுது, எரிந்து கொண்டிருக்கிறது, நெருப்பு பிடி*",
    unless: "போன, கடந்த, காப்பீடு, விளக்கு, அடுப்பு",
  },
  Telugu: {
    home: "ఇల్లు, ఇంట్లో, ఇంటికి, ఇంటి, వంటగది*, వంటింట్లో, ఫ్లాట్*, భవనం*",
    burns: "మంటలు చెలరేగ*, మంటలు అంటుకు*, మంటలు వ*, నిప్పు అంటుకు*, నిప్పంటుకు*, తగలబడ*, కాలిపోతోంది, కాలిపోతుంది, మంటల్లో",
    unless: "గత, ఒకవేళ, బీమా",
  },
  Kannada: {
    home: "ಮನೆ*, ಅಡುಗೆ*, ಕಟ್ಟಡ*, ಕೋಣೆ*",
    burns: "ಬೆಂಕಿ ಬಿದ್ದಿದೆ, ಬೆಂಕಿ ಹತ್ತಿದೆ, ಬೆಂಕಿ ಹೊತ್ತಿ*, ಬೆಂಕಿ ಬಿ*, ಉರಿಯುತ್ತಿ*, ಸುಡುತ್ತಿ*",
    unless: "ಕಳೆದ, ವಿಮೆ",
  },
  Malayalam: {
    home: "വീട്, വീട*, വീട്ടിൽ, വീടിന്, അടുക്കള*, ഫ്ലാറ്റ*, കെട്ടിട*",
    burns: "തീപിടിച്ചു, തീ പിടിച്ചു, തീപിടി*, തീ പിടി*, കത്തുന്നു, കത്തുക*",
    unless: "കഴിഞ്ഞ, ഇൻഷുറൻസ്",
  },
  Turkish: {
    home: "ev, evim*, evimiz*, evde, mutfak*, mutfağ*, daire*, bina*, apartman*, oda*, çatı*",
    burns: "yanıyor, yaniyor, yangın var, yangin var, alev aldı, alevler içinde, alev alev, tutuştu, yangın çıktı",
    unless: "geçen, eğer, sigorta*, değil, ışık, lamba, kombi, ocak, soba, gaz, doğalgaz, göz*, mum",
  },
  Vietnamese: {
    home: "nhà, phòng, bếp, căn hộ, chung cư, tòa nhà, nha",
    burns: "đang cháy, bị cháy, bốc cháy, cháy rồi, cháy nhà, dang chay, bi chay",
    unless: "năm, nếu, bảo hiểm, bóng, đèn, ngọn lửa, lửa xanh, lửa vàng",
  },
  Italian: {
    home: "casa, appartamento, cucina, tetto, palazzo, camera, cantina",
    burns: "in fiamme, va a fuoco, sta bruciando, casa brucia, casa sta bruciando, ha preso fuoco",
    unless: "era, scorso, scorsa, assicurazione, se, potrebbe, non, fornello, caldaia, gola, occhi",
  },
  Persian: {
    home: "خانه*, خونه*, آپارتمان*, آشپزخانه*, آشپزخونه*, ساختمان*, اتاق*",
    burns: "آتش گرفته, آتیش گرفته, آتش گرفت, در آتش, می‌سوزد, میسوزه, می‌سوزه, آتش سوزی شده",
    unless: "بود, پارسال, اگر, بیمه, چشم*, گلو*, شعله",
  },
  Indonesian: {
    home: "rumah*, dapur*, apartemen*, kamar*, gedung*",
    burns: "terbakar, kebakaran, kebakar, dilalap api",
    unless: "tahun, lalu, kalau, asuransi, insurans, lepas, jika",
  },
  Javanese: {
    home: "omah*, griya*, pawon*",
    burns: "kobong, kobongan, kebakaran, diobong",
    unless: "wingi, yen, lampu",
  },
  Tagalog: {
    home: "bahay, kusina, kwarto, gusali, apartment",
    burns: "nasusunog, may sunog, nag aapoy",
    unless: "noon, nakaraang, kung, insurance",
  },
  Swahili: {
    home: "nyumba*, jikoni, chumba*, jengo*",
    burns: "inaungua, inawaka moto, imeshika moto, yaungua, imewaka moto",
    unless: "mwaka, kama, bima, ilikuwa",
  },
  Hausa: {
    home: "gida, gidan*, gidanmu, gidana, kicin, daki",
    burns: "cin wuta, kama wuta, ta kama da wuta, gobara, konewa",
    unless: "bara, idan",
  },
  Yoruba: { home: "ilé, ile, yàrá, kíṣìnnì", burns: "ń jó, n jo, jóná, iná ń, gbiná", unless: "tí ó bá" },
  Thai: { home: "บ้าน, ห้อง, ครัว, คอนโด, ตึก", burns: "ไฟไหม้, ไฟลุก, กำลังไหม้", unless: "ปีที่แล้ว, ถ้า, ประกัน" },
  Burmese: { home: "အိမ်, အခန်း, မီးဖိုချောင်, တိုက်", burns: "မီးလောင်နေ, မီးလောင်, မီးစွဲ", unless: "မနှစ်က, အာမခံ" },
  Dutch: {
    home: "huis, woning, flat, keuken, dak, kamer, appartement",
    burns: "in brand, staat in brand, brandt",
    unless:
      "vorig*, was, stond, verzekering, als, niet, lamp, licht, ketel, cv, vlam, waakvlam, fornuis, kachel, gas, ogen, kaars",
  },
  Romanian: {
    home: "casa, casă, apartament*, bucătări*, bucatari*, bloc*, acoperi*",
    burns:
      "casa arde, casa noastră arde, arde casa, arde apartamentul, apartamentul arde, bucătăria arde, blocul arde, a luat foc, ia foc, în flăcări, in flacari",
    unless: "anul, trecut, asigurare, dacă, nu, bec*, centrala",
  },
  Greek: {
    home: "σπίτι*, σπιτι*, κουζίνα*, κουζινα*, διαμέρισμα*, πολυκατοικία",
    burns: "καίγεται, καιγεται, πήρε φωτιά, πηρε φωτια, έπιασε φωτιά, στις φλόγες, φωτιά στο, φωτιά στην",
    unless: "πέρσι, αν, ασφάλεια, δεν, λέβητας",
  },
  Czech: {
    home: "dům, dum, domě, byt, bytě, kuchyň, kuchyni, střecha, domu",
    burns: "hoří, hori, v plamenech",
    unless:
      "hořel*, loni, pojištění, kdyby, ne, nehoří, kontrolka, plamínek, kotel, plyn, sporák, hořák, svíčka, plamen",
  },
  Hungarian: {
    home: "ház, haz, házunk, lakás*, konyha*, tető*, otthon*",
    burns:
      "ház ég, lakás ég, konyha ég, tető ég, ég a ház, ég a házunk, ég a lakás, ég a konyha, lángol, kigyulladt, lángokban, tűz van",
    unless: "tavaly, biztosítás, ha, nem, lámpa, kazán, láng",
  },
  Swedish: {
    home: "hus*, huset, lägenhet*, köket, taket, hem, rummet, bostad*",
    burns: "brinner, står i lågor, i brand, har fattat eld",
    unless: "förra, försäkring, om, inte, lampan, ljuset, lågan, gasen, spisen, ljus, ögonen",
  },
}
