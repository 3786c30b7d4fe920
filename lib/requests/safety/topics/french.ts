import type { TopicWords } from "./topic"

export const FRENCH_TOPICS: TopicWords = {
  leaving:
    "dehors, sorti*, sortis, évacu*, dans la rue, sur le trottoir, chez le voisin, chez la voisine, sur le palier, dans la cour, on est sorti, dans la voiture, jardin, on sort, parking",
  airing: "fenêtre*, ouvert les fenêtres, aér*, ventil*, courant d'air, grand ouvert, air frais",
  rescue:
    "pompier*, ambulance, hôpital, samu, 18, 112, urgen*, au secours, aide, vite, peur, danger, rapidement, police, intervention, d'urgence",
  shutting:
    "fermé le robinet, coupé, fermé la vanne, vanne d'arrêt, coupé le gaz, robinet fermé, barrage, on a coupé, j'ai coupé",
  nose: "sent, sens, sentait, senti, sentent, sentir, odeur*, pue, puait, puer, puent, puanteur, schlingue*, cocotte, fouette, nez, renifl*, relent*, empest*, dodora, chlingue*, daube, effluve*, schlinguent, pu, goût bizarre, drôle de goût, air bizarre, air lourd, goût dans l air",
  likeness:
    "oeuf*, pourri*, ail, chou, choux, oignon*, soufre, mouffette, putois, rat crevé, bête morte, animal mort, crevé*, moisi, pet, boule puante, charogne, cadavre, navet*, poireau*, pipi de chat",
  noise:
    "pneu*, dégonfle*, ballon, aérosol, cocotte-minute, siffle fort, siffl*, souffl*, chuint*, grond*, psch*, pssh*, bourdonn*, gargouill*, ronfl*, fuit, fuite*, fuir, échapp*, rugi*, bruit d'air, crachot*, grésill*, chh, pfff",
  bubbles: "bulle*, mousse*, moussant, savon*, flaque*, bouillonn*, glougl*, liquide vaisselle",
  plants:
    "herbe*, pelouse, gazon, plante*, arbre*, haie*, fleurs, jaunie*, grillée, massif, terre, sol, crève, cramé*, séché*",
  digging:
    "pelleteuse*, tractopelle*, pelle, perce*, percé*, perceuse, scie*, scié*, clou*, vis, chantier*, ouvrier*, tranchée*, disqueuse, meuleuse, pioche, marteau, camion, voiture, fibre, tondeuse, maçon*, cheville, mèche, burin, bêche, godet, terrassement, engin, forage, artisan, travaux, tempête",
  damage:
    "accroché*, test d'étanchéité, relâch*, touché*, arraché*, cassé*, casse, tordu*, plié*, fissur*, fendu*, perc*, troué*, trou, coupé*, sectionné*, rouill*, corrod*, desserré*, lâche, abîm*, endommag*, choc, cogné*, éclat*, rompu*, entaill*, rongé*, poreu*, déboîté*, décroch*, embouti*, écras*, percut*, cisaill*, déchir*, craquel*, heurt*",
  carrier:
    "tuyau*, flexible*, conduite*, canalisation*, compteur*, détendeur*, régulateur*, vanne*, robinet*, raccord*, joint, colonne, branchement, bouteille*, bonbonne*, citerne, jaune, tuyauterie, coffret, poste de détente, cuivre, plomb, arrivée, nourrice",
  unlit:
    "allumé*, éteint*, sans allumer, pas allumé, resté ouvert, laissé, bouton*, brûleur ouvert, ne ferme plus, ferme plus, ferme pas, ne s'éteint, s'éteint, veilleuse, manette*, ouvert*, tourne dans le vide, toute la nuit, refermer, bien fermé, mal fermé, molette, grippé*, bloqué*",
  unwell:
    "vois double, voit double, fourmi*, flou, mal de tête, maux de tête, mal à la tête, mal au crâne, tête, tournis, tourne, vertige*, nausée*, vomi*, malaise*, somnol*, fatigu*, grippe, palpitation*, essouffl*, confus*, confond, endormi*, malade*, migraine*, céphalée*, faible*, coeur, étourdi*, vaseux, vaseuse, piqu*, yeux, tousse*, étouff*, respir*, barbouill*, jambes, coton, sommeil, patraque, gerb*, mal au ventre, nauséeux, dormir, ivre*, saoul*, soûl*, gueule de bois, titub*, carboxyhém*, bizarre*, maladroit*, bourré",
  unconscious:
    "évanoui*, inconscient*, ne répond, réveille pas, mort, morte, tombé*, effondr*, par terre, connaissance, ne réagit, inanimé*, crevé*, réveille plus, réveillent pas, réveillent plus, réveiller, ne respire*, respire plus, dort toute la journée, dorment toute la journée, comateu*",
  person:
    "maman, papa, mère, père, mamie, papi, grand-mère, femme, mari, enfant*, gosse*, bébé, fils, fille, voisin*, locataire*, frère, soeur, tous, tout le monde, famille, résident*, élève*, petits, conjoint*, coloc*, occupant*, papy, copine, colocs",
  animal: "chien*, chat, chats, canari*, oiseau*, perruche*, hamster*, lapin*, perroquet, chatte, chienne",
  better:
    "dehors ça va, ça va mieux, passe quand, quand je sors, dès que je sors, à l'extérieur, au travail, air libre, mieux, redevenu*, ça passe, seulement à la maison, en sortant, balcon, sur le balcon, quand on rentre",
  appliance:
    "chaudière*, chauffe-eau, chauffe eau, cuisinière*, gazinière*, four, poêle*, cheminée*, chauffage*, plaque*, radiateur gaz, brûleur*, insert, réchaud*, chodiere, taque, convecteur*, chauffe, barbeuc, ballon",
  exhaust:
    "fumée*, gaz d'échappement, conduit*, cheminée, tirage, ventilation, vmc, bouché*, bouchée*, obstru*, nid*, refoul*, aération*, grille*, combustion, scotch*, calfeutr*, hotte, brûlé, âcre, air lourd, suffoc*, ventouse, ramon*",
  embers:
    "charbon, braise*, barbecue, brasero, groupe électrogène, générateur, réchaud, tente, camping, à l'intérieur, pétrole, chicha, poêle à pétrole, garage, salon",
  flame: "flamme*, jaune*, orange*, bleu*, vacill*, décoll*, danse*, rouge, rougeâtre, molle*",
  soot: "suie*, noir*, trace*, tache*, noirci*, brun*, marron, encrass*, auréole*, brûlure*",
  steam: "buée, condensation, embu*, vitre*, miroir, ruissel*, humid*, dégoulin*",
  detector:
    "lel, honeywell, détecteur*, alarme*, capteur*, monoxyde, co, avertisseur, boîtier, daaf, carbone, machin, bidule, truc blanc",
  beeping:
    "biper, bipait, bip*, sonn*, hurl*, voyant*, rouge, clignot*, ppm, stridul*, siffle, déclench*, retent*, arrête pas, sirène, affich*, gueul*, couine*, bippe*, bipe*, biiip, alerte",
  battery: "pile*, batterie*, périmé*, toutes les minutes, une fois par minute, fin de vie, toutes les 40",
  still:
    "maintenant, en ce moment, toujours, encore, depuis hier, depuis ce matin, toute la nuit, sans arrêt, à chaque fois, là, aujourd'hui, actuellement, ça continue, continue, de plus en plus, arrête pas, depuis, chaque fois, tout de suite, ce soir, ce matin",
  blast: "explos*, explosé, incendie, feu, boum, détonation, prend feu, embras*, déflagration, brûle, souffle",
  threat:
    "faire sauter, tout sauter, exprès, allumette*, briquet, mettre le feu, foutre le feu, menac*, tuer, desserré, dévissé, sabot*, suicid*",
  past: "l'an dernier, l'année dernière, le mois dernier, la semaine dernière, il y a, en 2019, en 2020, en 2021, en 2022, en 2023, hier, auparavant, avant, était, avait, eu, autrefois, avait eu, passé, dernière",
  bill: "facture*, payer, payé, paiement*, prix, tarif*, remboursement*, rembours*, argent, euros, prélèv*, mensualis*, échéanc*, trop-perçu, solde, dette*, coût*, montant*, impayé*, kwh, conso*, indemnis*, avoir, frais, virement, cher, chère, avance",
  account:
    "compte*, mot de passe, site, appli, mail, e-mail, courriel, espace client, en ligne, identifiant*, connexion, données, internet, écran, pub, sms, connecter, mise à jour, notification",
  visit:
    "rendez-vous, rdv, visite*, passage, technicien*, annul*, report*, décal*, mardi, mercredi, jeudi, vendredi, lundi, entretien*, heure*, quand venez, créneau*, disponib*, intervenant, révision, passez",
  reading: "relevé*, relève*, index, chiffres, m3, numéro de série, auto-relève, relever",
  moving:
    "déménag*, emménag*, contrat*, résili*, changement de, propriétaire*, location, vente, fournisseur*, nom, adresse, agence, transfert, bail, syndic, décès, titulaire, notaire",
  fitting:
    "install*, raccord*, brancher, poser, pose, nouvelle, nouveau, devis, remplac*, déplac*, changer, souhait*, voudrais, mise en service, autorisation, neuf, neuve",
  trade:
    "achet*, achat, vend*, vendez, recommand*, conseill*, marque, modèle, magasin, boutique, command*, livr*, garantie, rabais, promo*",
  paper:
    "assurance*, attestation*, certificat*, rapport, copie, document*, formulaire*, justificatif*, papier*, dossier*, expertise, assureur, état des lieux, diagnosti*, avocat, courrier, plan",
  teaching:
    "formation*, exercice*, école, exposé, projet, étudiant*, mémoire, stage, brochure*, affiche*, atelier, cours, simulation, simulé*, scénario, universit*, sensibilis*, lycée, collège, essai, test",
  news: "reportage*, documentaire*, film, journal, article, lu, vu à, télé, radio, infos, actualités, livre, roman, série",
  job: "candidature*, emploi, poste, cv, recrut*, embauch*, apprenti*, alternance, lettre de motivation, stage, projet pilote, pilote",
  thanks:
    "merci*, remerci*, bravo, super, génial, excellent*, aimable*, sympa*, félicit*, chapeau, professionnel*, parfait, nickel, top, reconnaissant*",
  mended:
    "réparé*, résolu*, réglé*, colmat*, changé, remplacé, fausse alerte, fini, terminé, c'était, en fait, tout est, rentré dans l'ordre, contrôlé*, vérifié, clos",
  sound:
    "intact*, bien, ok, nickel, normal, fonctionne, marche bien, sans problème, aucun problème, pas urgent, rien de grave, en bon état, ras, conforme, ça marche, impeccable",
  denial:
    "aucune odeur, pas d'odeur, pas de fuite, aucune fuite, pas de gaz, rien à voir, sans odeur, sent rien, rien, ni, aucun, aucune, personne, jamais, pas, sans",
  cover:
    "porte*, couvercle, coffret*, boîte*, placard*, serrure, charnière*, cadenas, clé, capot, mur, peinture, peint, carrelage, portail, plâtre, trottoir, volet, façade, trappe",
  water:
    "eau, goutte*, pluie, robinet d'eau, évier, toilettes, wc, toit, inond*, machine à laver, douche, plombier, dégât des eaux, lavabo, siphon, cumulus",
  odour:
    "égout*, siphon, peinture, vernis, solvant, cuisine, tabac, cigarette*, parfum*, javel, poubelle*, fumier, essence, gasoil, poisson, lisier, encens, plat cramé, graillon, fosse, friture, canalisation bouchée, chien mouillé",
  figure:
    "toxique*, explose, exploser, tête va exploser, sent l'arnaque, sent mauvais cette, plein gaz, à plein gaz, alarmant*, ras le bol, du vent, vapeur, usine à gaz, mettre les gaz, arnaque, prise de tête, étouffé par, gonflé, haha, mdr, épuis*, asphyxi*, brûlant*",
  ringing:
    "réveil*, alarme voiture, alarme maison, cambriol*, antivol, téléphone, sonnette, détecteur de fumée, rappel*, incendie, frigo, sms, alerte",
  cold: "pas de chauffage, plus de chauffage, eau chaude, froid, pression, thermostat, panne, plus de gaz, pas de gaz, erreur, code, ne chauffe, tiède, radiateurs, ne marche pas, ne marche plus, marche pas, ne démarre, en panne, ne chauffe*, ne fonctionne",
  complaint:
    "plainte*, réclam*, attente, attends, scandal*, inadmissible, malpoli*, honteux, service client, mécontent*, nul, impossible de joindre, personne ne répond, ras-le-bol, troisième fois, énervé",
  supposing:
    "si jamais, au cas où, que faire, en cas de, question*, savoir, information*, renseign*, normal que, combien de temps, comment, peut-on, est-ce que, pourquoi, faut-il, curieu*, dois-je, j'aimerais, théori*",
}
