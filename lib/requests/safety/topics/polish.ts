import type { TopicWords } from "./topic"

export const POLISH_TOPICS: TopicWords = {
  leaving:
    "na zewnątrz, na dworze, na dwór, wyszliśmy, wyszlismy, wyszłam, ewaku*, na ulicy, na klatce, na klatkę, u sąsiad*, stoimy, przed blokiem, przed domem, na podwórk*, wyprowadz*, uciekl*, w aucie",
  airing: "okna, okno, otworzył*, wietrz*, wywietrz*, przewietrz*, świeże powietrze, pootwiera*, wietrzenie",
  rescue:
    "straż*, strażac*, pogotowi*, karetk*, szpital*, 112, 998, 992, pilne, pilnie, ratunku, pomoc*, szybko, boję, boimy, strach, niebezpiecz*, policj*, natychmiast, przyjedźcie",
  shutting: "zakręci*, zakręcił*, zawór główny, kurek główny, zamknął*, odcią*, odcięl*, wyłączył*",
  nose: "śmierdz*, smierdz*, czuć, czuc, czuję, zapach*, smród*, smrod*, wali, zalatuje, zajeżdża, cuchn*, capi, capie, jedzie, nos, wącha*, woń, won, śmierdo*, wonie, odór, zaciąga, pachnie, czuje, dziwny smak, powietrze dziwn*, dziwne powietrze, smakuje dziwnie",
  likeness:
    "jaj*, jajk*, zgnił*, zgnily*, czosn*, kapust*, cebul*, siark*, skunks*, zdech*, padlin*, martw*, trup*, pierd*, zepsut*, zbuk*, kalafior*, smrodliw*",
  noise:
    "opon*, balon*, aerozol, szybkowar, sycz*, syk*, świszcz*, gwizd*, świst*, szum*, bucz*, dmuch*, huczy, ryczy, bulgo*, psyk*, ulatnia*, ulot*, uchodzi, wydobywa*, ucieka, leci, wycie*, nieszczeln*, sycze, furczy, sz, pss",
  bubbles:
    "bąbel*, bąbl*, babel*, bulgo*, pian*, pien*, mydl*, kałuż*, kaluz*, ludwik*, płyn do naczyń, pęcherzyk*, mydł*",
  plants:
    "traw*, trawnik*, roślin*, rosliny, drzew*, krzew*, żywopłot*, kwiat*, usch*, żółkn*, zwiędł*, ziemia, ziemi, grunt*, pożółk*",
  digging:
    "kopark*, łopat*, lopat*, szpad*, wierc*, wiert*, nawierci*, przewierci*, pił*, piłą, gwóźdź, gwoźdz*, śrub*, wkręt*, budow*, robotni*, ekipa, wykop*, kopal*, kilof*, szlifierk*, młot*, ciężarówk*, samoch*, światłow*, kosiark*, kafelkarz*, fleks*, przyczep*, traktor*, remont*, kopią, siekier*, dźwig*",
  damage:
    "próba szczelności, spadek, uszkodz*, przeci*, pęk*, pekn*, zgi*, złama*, urwa*, wyrwa*, przebi*, dziur*, rdz*, zardz*, skorod*, korozj*, luźn*, luzn*, poluzow*, obluzow*, uderz*, rozszczeln*, zahacz*, przerwa*, nadgry*, sparcia*, przetar*, rozerwa*, potrąc*, walną*, wgniec*, wygię*, odpad*, rozłącz*, roztrzask*, przygnie*, dzir*",
  carrier:
    "rur*, wąż, węż*, waz, przewod*, przyłącz*, gazomierz*, licznik*, reduktor*, zawór*, zawor*, kurek*, kurk*, butl*, złącz*, instalacj*, pion, gazociąg*, śrubunek, żółt*, uszczelk*, skrzynk* gaz, kolank*, nakrętk*, sieć",
  unlit:
    "odkręcon*, odkrecon*, zostawi*, niezapal*, nie zapal*, gaśnie, gasnie, zgas*, pokręt*, pokretl*, palnik*, nie da się zakręcić, nie domyka, nie zamyka, całą noc, kręci się, świeczk*, nie zakręca, odkręc*, włączon*, zapomni*, iskr*",
  unwell:
    "podwójnie, mrowieni*, rozmazan*, ból głowy, bóle głowy, boli głowa, głowa, głowy, łeb, leb, zawrot*, kręci, kreci mi, mdłości, mdłosci, mdli, wymiot*, rzyg*, słab*, slabo, senn*, śpiąc*, spiac*, zmęcz*, gryp*, kołata*, serce, dusz*, zamrocz*, otumani*, oszołom*, chor*, źle się, zle sie, migren*, pieką, oczy, kaszl*, oddych*, nogi, niedobrze, omdl*, półprzytom*, majacz*, nudności, otępi*, pijan*, kac, kaca, karboksyhemo*, bełkocz*, zatacza*, dziwnie",
  unconscious:
    "zemdl*, nieprzytom*, stracił* przytomność, nie budzi, nie reaguj*, nie odpowiada, padł*, przewróc*, nie żyje, umar*, zmarł*, na podłodze, zasłab*, osunę*, omdla*, martw*, się nie budzi, się nie budzą, nie budzą, dobudzić, obudzić, nie oddycha*, śpią cały dzień, śpi cały dzień, leży",
  person:
    "mama, tata, matka, ojciec, babcia, dziadek, żona, zona, mąż, maz, dziec*, dziecko, syn, córk*, corka, sąsiad*, sasiad*, lokator*, brat, siostr*, wszys*, oboje, rodzin*, mieszkań*, uczni*, teściow*, współlokator*, babci, dziadk*, wnuk*",
  animal: "pies, psy, psa, kot, koty, kota, ptak*, papug*, kanark*, chomik*, królik*, świnka, kotka, suczk*, pieski",
  better:
    "na dworze przechodzi, przechodzi, lepiej, na powietrzu, jak wyjdę, jak wyjde, po wyjściu, w pracy, tylko w domu, mija, ustępuje, wychodzi*, na zewnątrz, balkon*, wraca, wracamy",
  appliance:
    "piec*, piecyk*, kuchenk*, kocioł*, kotł*, terma, termy, junkers*, piekarnik*, kominek*, kominka, bojler*, grzejnik*, palnik*, podgrzewacz*, płyt*, koza, kuchni*, ogrzewacz*",
  exhaust:
    "spalin*, dym*, komin*, wentylac*, kratk*, zatka*, zaklej*, zapcha*, gniazd*, ciąg, ciągu, cofa*, kominiarz*, przewód kominowy, nawiew*, zakry*, okap*, duszno, czad*, spalenizn*, zaczadz*, swąd*, zadym*, cug",
  embers:
    "węgiel, węgl*, grill*, agregat*, generator*, brykiet*, żar, koksownik*, namiot*, w środku, przyczepa, nafta, turystyczn*, w garażu, shisz*, kozę",
  flame: "płomie*, plomie*, żółt*, zolty, pomarańcz*, niebiesk*, ogień, migo*, skacze, tańczy, czerwon*, odryw*",
  soot: "sadz*, czarn*, osmol*, okopc*, kopc*, plam*, smug*, brąz*, przypalon*, osmal*, ciemn*",
  steam: "par*, skrapla*, zaparowan*, szyb*, lustr*, wilgo*, rosi, mokre okna, paruj*, zaparowuj*",
  detector:
    "dgw, honeywell, czujnik*, czujk*, alarm*, detektor*, tlenek*, tlenk*, czad*, co, miernik*, sygnalizator*, cadu, cujka",
  beeping:
    "pika*, pip*, wyje, wył, wyc, dzwon*, piszcz*, czerwon*, miga*, pulsuj*, ppm, syren*, sygnał*, pokazuje, wskazuj*, alarmuj*, włącz*, ucisz*, drze, nie przestaje, zapiszcz*, zawy*, ćwierk*, cztery razy, brzęcz*, włączył*",
  battery: "bateri*, bateryjk*, co minutę, raz na minutę, wymian*, termin ważności, przeterminow*, co minute, co 40",
  still:
    "teraz, nadal, ciągle, ciagle, wciąż, od wczoraj, od rana, całą noc, znowu, znów, cały czas, dzisiaj, dziś, dzis, coraz, właśnie, wlasnie, za każdym, nie przestaje, aktualnie, od, przed chwilą, jeszcze, dalej",
  blast:
    "wybuch*, eksplo*, huk*, pożar*, pali się, ogień, płonie, buch*, w powietrze, podpali*, pierdoln*, strzeli*, gruz*",
  threat:
    "wysadz*, specjalnie, celowo, zapałk*, zapalniczk*, podpal*, grozi, groźb*, zabić, zabiję, poluzował*, sabot*, samobój*",
  past: "w zeszłym roku, rok temu, lat temu, w zeszłym, w 2019, w 2020, w 2021, w 2022, w 2023, wczoraj, dawno, kiedyś, poprzedni*, był, byl, była, było, miesiąc temu, tydzień temu, tygodniu, ubiegł*, zamknięt*",
  bill: "rachun*, faktur*, płac*, plac*, zapłac*, cen*, taryf*, koszt*, zwrot*, nadpłat*, nadplat*, zaległ*, zalegl*, opłat*, oplat*, pieniąd*, złotych, zl, saldo, dług*, odszkodow*, przelew*, rat*, kwot*, prognoz*, kwh, zużyci*, zuzyc*, wyrówn*, drogo, rozlicz*",
  account:
    "kont*, hasł*, haslo, logow*, stron*, aplikacj*, mail*, e-mail*, portal*, internet*, ebok, dane, danych, sms*, login*, ekran, wyświetlacz*, reklam*, numer telefonu",
  visit:
    "wizyt*, termin*, umówi*, umowic, przełoż*, odwoł*, technik*, monter*, wtorek, środę, czwartek, piątek, poniedział*, przegląd*, godzin*, kiedy przyjd*, zapisa*, serwis*, kontrol*",
  reading: "odczyt*, stan licznika, cyfr*, m3, numer seryjny, inkasent*, podać stan, stan",
  moving:
    "przeprowadz*, umow*, wypowiedz*, zmian* nazwiska, właściciel*, najemc*, wynaj*, sprzedaj*, dostawc*, adres*, przepis*, mieszkan*, zmarł*, spad*, rozwiąza*, przepisać",
  fitting:
    "instal*, podłącz*, podlacz*, montaż*, zamontow*, założyć, nowy, nowa, nowe, przyłączen*, wymian*, wymienić, przenieś*, chciał*, chcę, wycen*, projekt*",
  trade: "kup*, sprzeda*, polec*, jaki, model*, sklep*, zamówi*, gwaranc*, promoc*, ofert*, cennik*, dostaw*, marka",
  paper:
    "ubezpiecz*, zaświadcz*, zaswiadcz*, certyfikat*, protokół*, protokol*, kopi*, dokument*, formularz*, papier*, raport*, pismo, odpis*, interwencj*, potwierdz*, sprawa, akt",
  teaching:
    "szkoleni*, ćwicze*, kurs*, szkoł*, szkol*, projekt*, prac* magisterska, student*, ulotk*, plakat*, lekcj*, prezentacj*, bhp, próbn*, symulow*, symulacj*, warsztat*, konkurs*, klub*, test*",
  news: "film*, dokument*, artykuł*, gazet*, telewizj*, wiadomości, radio, książk*, serial*, czytał*, reportaż*, oglądał*",
  job: "prac* u, cv, rekrut*, ofert* pracy, aplik*, staż*, praktyk*, stanowisk*, pilotaż*, zatrudni*, etat*",
  thanks: "dzięk*, dziek*, super, świetn*, mił*, pochwa*, polecam, brawo, szacun, gwiazd*, wdzięcz*, fajn*, rewelacj*",
  mended:
    "napraw*, usunię*, wymienion*, wymienili, uszczelni*, załatwi*, okaza*, fałszyw*, zrobion*, zabezpieczon*, po sprawie, sprawdzi*, sprawdzon*, skończ*, ok jest, dokręc*",
  sound:
    "cał*, nieuszkodz*, nienarusz*, sprawn*, działa, w porządku, ok, dobrze, szczeln*, normaln*, bezpieczn*, nic się nie stało, nie pilne, bez zastrzeżeń, wszystko gra",
  denial:
    "nie czuć, nie ma zapachu, nie ma gazu, nie śmierdzi, brak zapachu, nic nie czuć, nie ma wycieku, żadnego, żaden, nic, nikt, nigdy, bez, nie, brak",
  cover:
    "drzwi*, pokryw*, skrzynk*, szafk*, zamek, zawias*, kłódk*, ścian*, farb*, malow*, płytk*, ogrodzeni*, bram*, klapk*, obudow*, furtk*, kostk*, klucz*, elewacj*",
  water:
    "wod*, kap*, deszcz*, kaloryfer*, zlew*, toalet*, dach*, zala*, pralk*, prysznic*, hydraulik*, kran*, wodociąg*, wodociag*, piwnic*, wanna",
  odour:
    "kanaliz*, szamb*, farb*, lakier*, rozpuszczaln*, obiad*, bigos*, papieros*, perfum*, chlor*, śmieci*, smieci, obornik*, benzyn*, ryb*, gnojow*, syfon*, przypali*, ściek*, kadzid*, kupa, stęchlizn*",
  figure:
    "toksyczn*, wybuch* śmiechu, głowa mi pęka, śmierdzi przekrętem, śmierdzi oszustwem, dać gazu, gazem, na pełnym gazie, dodaj gazu, alarmując*, wypalon*, zatru*, haha, żart*, pod gazem, para w gwizdek, bomba, wkurz*, szlag",
  ringing:
    "budzik*, włamani*, alarm samochod*, autoalarm*, domofon*, telefon*, powiadomi*, przypomn*, dymu, przeciwpożar*, lodówk*, złodziej*, alert*",
  cold: "nie grzeje, brak ogrzewania, ciepł*, ciepla woda, zimn*, ciśnien*, cisnien*, termostat*, awari*, nie ma gazu, brak gazu, kod błędu, letnia, nie włącza, błąd, kaloryfery, ogrzewani*, nie działa, nie grzeje, nie rusza, nie startuje, nie włącza, przestał grzać, przestało działać",
  complaint:
    "skarg*, reklamac*, czeka*, infolini*, niegrzeczn*, chams*, skandal*, beznadziej*, nie przyszedł, obsług*, wstyd, oburz*, bezczeln*, opóźn*, niezadowol*",
  supposing:
    "co robić, co zrobić, w razie, gdyby, na przyszłość, pytam, pytanie, czy można, czy mogę, jak często, dlaczego, informacj*, chciał*bym wiedzieć, normalne, ile, czy trzeba, zapytać, ciekaw*, powinien, hipotet*",
}
