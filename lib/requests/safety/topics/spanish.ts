import type { TopicWords } from "./topic"

export const SPANISH_TOPICS: TopicWords = {
  leaving:
    "afuera, fuera, en la calle, salimos, evacu*, desaloj*, nos salimos, en el patio, casa de mi vecina, en la vereda, en la banqueta, sacado a, bajamos, salir de, en el portal, salido",
  airing: "ventanas, abrimos, abierto, abrí, ventil*, aire fresco, ventana abierta",
  rescue:
    "bomberos, ambulancia, hospital, 112, 911, urgen*, emergencia, ayuda, auxilio, socorro, rápido, miedo, asustad*, peligro, vengan, policía, por favor vengan",
  shutting: "cerré la llave, cerramos, llave de paso, llave general, cerrado la llave, cerré, corté",
  nose: "se nota, se siente fuert*, huel*, olor*, olí, olía, oler, oliendo, apest*, hied*, peste, tufo, nariz, tufillo, hediondo, emanacion*, pestazo, olfato, narices, jede, sabe raro, sabe extraño, aire raro, aire cargado, aire pesado",
  likeness:
    "huevo*, podrid*, ajo*, cebolla*, col, repollo*, azufre*, zorrillo*, mofeta*, animal muerto, rata muerta, muerto, pedo, coliflor, bomba fétida, carroña",
  noise:
    "llanta, neumático*, desinfla*, globo, aerosol, olla a presión, silb*, sopl*, sise*, pitido del, escap*, fuga*, ruge, rugido, zumb*, bufa, chifl*, susurr*, sale aire, resopl*, burbuj*, fug*, shh, pss",
  bubbles: "burbuj*, espuma*, charco*, jabón, jabonosa, borbot*, lavavajillas, pompas",
  plants:
    "césped, pasto, hierba, planta*, árbol*, jardín, flores, seca, secó, secado, zacate, tierra, seto*, amarillenta*",
  digging:
    "excavadora*, retroexcavadora, pala, taladr*, sierra, clavo*, tornillo*, obra*, obrero*, albañil*, zanja*, martillo, radial, pico, camión, grúa, fibra, cuadrilla, cortacésped, perfor*, broca, hacha, amoladora, contratista*, cavando, podadora, desbrozadora",
  damage:
    "prueba de estanqueidad, no pasó la prueba, gotea gas, golpe*, rompi*, roto, rota, rotura, parti*, doblad*, torcid*, abollad*, pic*, perfor*, pinch*, raj*, agriet*, grieta*, oxid*, corro*, floj*, suelt*, arranc*, cort*, daña*, agujer*, chocó, atropell*, gastad*, mordi*, cuartead*, averi*, pérdida*, perd*, aplast*",
  carrier:
    "tubería*, tubo*, caño*, manguera*, cañería*, contador*, medidor*, regulador*, válvula*, llave, goma, flexible, acometida*, racor, junta, bombona*, garrafa*, cilindro*, tanque*, balón, conducto, ramal, montante, amarill*, codo, perilla",
  unlit:
    "dejé abierta, abierta toda la noche, sin encender, sin prender, perilla*, hornilla*, fuego abierto, no cierra, no apaga, se apaga, apagad*, piloto, mando*, no prende, abierto, quedó abiert*, gira, girando, no gira, encendid*, prendid*, no enciende, llama se apaga",
  unwell:
    "veo doble, visión doble, hormigueo*, borroso, atonta*, dolor de cabeza, cabeza, mare*, náusea*, vomit*, vómito*, desmay*, somnolient*, sueño, cansanci*, cansad*, débil*, gripe, palpitac*, ahog*, aturdi*, mal, me siento, vahído*, jaqueca, migraña, confus*, atontad*, enferm*, malestar, ojos, pica la garganta, tos, respirar, asco, arcadas, duele, zumban, adormil*, amodorr*, mareo*, borrach*, resaca, torpe*, carboxihemo*, amodorr*, tambale*, raro",
  unconscious:
    "desmay*, inconsciente*, no despierta, no responde, no reacciona, muerto, muerta, murió, en el suelo, desplom*, cayó, tirad*, desvanec*, no se despiert*, despertar*, no respir*, duermen todo el día, duerme todo el día, dormid*",
  person:
    "mamá, papá, madre, padre, abuela, abuelo, esposa, esposo, mujer, marido, hijo*, hija*, niño*, niña*, bebé, vecin*, inquilin*, herman*, todos, familia, los dos, suegra, nieto*, residentes, señora, alumn*, compañer*, novia",
  animal: "perro*, gato*, pájaro*, canario*, loro, periquito*, hámster, conejo, mascota*, gata, perra",
  better:
    "se me pasa, al salir, cuando salgo, afuera se, fuera se, mejor, mejoramos, al aire libre, en el balcón, en la calle se, en el trabajo, en cuanto salgo, solo en casa, cuando vuelvo",
  appliance:
    "caldera*, calentador*, estufa*, cocina, horno*, calefón, calefont, calefactor*, boiler, bóiler, termo, hornilla*, fogón*, chimenea*, quemador*, brasero*, secadora, parrilla, anafe, calefacción, radiador catalítico",
  exhaust:
    "humo*, gases, escape, chimenea, tiro, ventilación, rejilla*, tapad*, tapamos, tapó, obstruid*, nido*, sellad*, salida, ducto, revoque, extractor, quemad*, cargado, aire viciado, denso, revoc*",
  embers:
    "carbón, brasas, brasero*, asado, barbacoa, parrilla, generador, planta de luz, grupo electrógeno, anafre, carpa, dentro de casa, camping, hornillo, adentro, leña",
  flame: "llama*, amarill*, naranja*, anaranjad*, azul, parpade*, baila, rojiza*, despega*, levanta, alta",
  soot: "hollín, tizn*, negr*, mancha*, ahumad*, ennegrec*, chamusc*, quemado, ceniza, marrón",
  steam: "vaho, condensación, empañ*, vidrios, cristales, espejo, sudan, humedad, chorrean",
  detector:
    "marca, lel, alarma*, detector*, sensor*, monóxido, co, avisador, medidor de co, aparato, carbono, aparatito",
  beeping:
    "pit*, suena*, sonar, sonando, sonó, chill*, luz roja, parpadea*, ppm, bip, bips, bep, no calla, no para, dispar*, marca, marcó, rojo, sirena, aúlla, pitid*, salta, saltó, chirr*",
  battery: "pila*, batería*, caduc*, cada minuto, vida útil, cada cuarenta, vencid*",
  still:
    "ahora, ahorita, todavía, sigue, siguen, desde anoche, desde ayer, desde esta mañana, toda la noche, otra vez, cada vez, en este momento, hoy, constantemente, cada día, seguimos, acaba*, ya mismo, aún, más fuerte, cuando, desde, rato",
  blast: "explosión, explot*, estall*, incendio, fuego, llamarada*, fogonazo, bum, ardiendo, quemando, reventó",
  threat:
    "volar, hacer explotar, a propósito, adrede, cerilla, fósforo*, cerillo, mechero, encendedor, prender fuego, prenderle fuego, quemar la casa, amenaz*, matar*, aflojé, aflojado, aflojó, sabote*, suicid*",
  past: "año pasado, hace años, mes pasado, semana pasada, en 2019, en 2020, en 2021, en 2022, en 2023, anteriormente, antes, ayer, hace meses, estuvo, fue, era, tuvimos, hubo, aquella",
  bill: "factura*, recibo*, pag*, precio*, tarifa*, cobr*, devolución, dinero, euros, pesos, deuda, importe, cuota*, bono, saldo, cuenta bancaria, domicili*, cargo*, reembolso, indemniza*, kwh, consumo*, reclam*, caro, cara, fraccion*",
  account:
    "cuenta*, contraseña, clave, web, página, app, correo, usuario, portal, online, internet, sesión, datos, aplicación, registr*, titular*, mensaje*, publicidad, pantalla",
  visit:
    "cita*, visita*, hora*, técnico*, cambi*, cancel*, martes, miércoles, jueves, viernes, lunes, revisión, inspección, cuándo vienen, agend*, turno*, mañana o tarde, mantenimiento, venir",
  reading: "lectura*, leer, lector, números, metros cúbicos, m3, número de serie",
  moving:
    "mudanza, mudar*, mudo, alta, baja, contrato*, cambio de nombre, casero, propietari*, alquiler, piso, vendo, compañía, traslad*, comercializadora, nueva dirección, vivienda, herencia, falleci*",
  fitting:
    "instal*, conect*, reubic*, nueva caldera, nuevo, presupuesto*, ampliar, cambiar la, quisiera, quiero, poner, colocar, sustitu*, reemplaz*, homologad*",
  trade:
    "compr*, vend*, vendo, recomiend*, marca, modelo, tienda, precio de, oferta*, pedido*, garantía, regal*, envío",
  paper:
    "seguro*, certificado*, informe*, copia*, document*, formulario*, boletín, papel*, justificante, peritaje, abogado, comprobante, expediente, acta",
  teaching:
    "curso*, simulacro*, capacita*, charla*, escuela, colegio, cole, trabajo del, proyecto, tarea, universidad, folleto*, taller, formación, estudiante*, tesis, cartel*, práctica, ejercicio, clase, prueba*, piloto",
  news: "noticia*, documental, película, periódico, leí, vi en, televisión, tele, radio, reportaje, libro, serie, novela",
  job: "trabajo, empleo, vacante*, currículum, solicitud de empleo, oferta de trabajo, puesto, prácticas, candidat*, contratan, proyecto piloto",
  thanks:
    "gracias, agradec*, excelente, amable*, felicit*, genial, buen trabajo, encantad*, profesional*, diez, estrellas, enhorabuena",
  mended:
    "repar*, arregl*, solucion*, resuelt*, cambiaron, quedó, listo, falsa alarma, era de, result*, ya está, sellaron, revisó, comprobó, sin novedad",
  sound:
    "bien, intact*, perfecto, ok, funciona*, sin daños, no pasa nada, correcto, normal, segur*, ningún problema, no es urgente, todo bien, sin problema*, en orden",
  denial:
    "no huele, no hay fuga, no hay olor, sin olor, ningún olor, nada de gas, no hay gas, nada que ver, sin, no, ni, nunca, nadie",
  cover:
    "caja*, puerta*, tapa*, armario*, cerradura, bisagra*, pared, pintura, pintaron, azulejo*, muro, reja, candado, vidrio, persiana, acera, puertita, gabinete, nicho",
  water:
    "agua, grifo*, goter*, lluvia, radiador, baño, fregadero, inodoro, techo, inundac*, lavadora, ducha, cisterna, fontanero, plomero, tubería de agua, humedades",
  odour:
    "lentejas, quemado porque, colonia, desagüe*, alcantarilla*, cloaca*, drenaje*, pintura, barniz, disolvente, comida, tabaco, cigarr*, perfume, lejía, cloro, basura*, estiércol, gasolina, pescado, quemado la comida, pipí, fosa, colonia, incienso, fritanga, sumidero",
  figure:
    "tóxic*, huele mal este, me huele a, huele a estafa, a chamusquina, explot* la cabeza, a todo gas, alarmante*, humos, echando humo, quemad*, agotad*, asfixi*, ahogad*, cabreo, gasto, jaja, broma, me apesta, bomba",
  ringing:
    "alarma antirrobo, alarma del coche, despertador, alarma de casa, timbre, teléfono, móvil, recordatorio, notificación, robo, incendios, ladrones, aviso*",
  cold: "sin calefacción, sin agua caliente, agua caliente, frío, presión, baja presión, no calienta, termostato, no hay gas, sin gas, error, no enciende la caldera, tibia, radiadores, no funciona, no anda, no calienta, no arranca, no enciende, se apagó la calefacción, dejó de calentar",
  complaint:
    "queja*, reclam*, mal servicio, esper*, maleducad*, groser*, tercera vez, vergüenza, inaceptable, pésim*, atención al cliente, harto, harta, impresentable, plantón, comercial, gritando",
  supposing:
    "si algún día, en caso de, qué hacer, por si acaso, consulta*, pregunta*, saber, información, me gustaría, es normal, cada cuánto, cómo se, puedo, se puede, por qué, duda, curiosidad, debo, debería, hipot*",
}
