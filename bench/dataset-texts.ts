import type postgres from "postgres"

/** Some of many; the first are much more common than the last. */
const TOWNS =
  "Leeds Bradford York Hull Sheffield Wakefield Halifax Harrogate Doncaster Rotherham Barnsley Huddersfield Skipton Ripon Selby Whitby Goole Thirsk Malton Otley Ilkley Keighley Batley Morley Pudsey Yeadon Knaresborough Tadcaster Wetherby Pickering"
const FIRSTS =
  "Amara Siobhán Chen Wei Mohammed Olivia Noah Zoë Łukasz Agnieszka Bruno Fatima José Priya Ewan Rhys Niamh Björn Chloé Ibrahim Grace Harvey Ioana Jakub Kasia Liam Maeve Nia Owen Poppy Quentin Rosa Sanjay Tomasz Uma Vera Wanda Xiu Yusuf Zainab"
const SURNAMES =
  "Smith Jones Taylor Brown Okafor Khan O'Brien Wiśniewski Müller Nair Reed Novak Costa Haddad Patel Singh Hughes Walker Robinson Thwaite Ackroyd Sutcliffe Murgatroyd Bairstow Oldroyd Clough Dewhirst Illingworth Priestley Ramsden"
const STREETS =
  "Mill Church Station Park Victoria Green Manor Kings Queens Grange Chapel Springfield Albert New North South West York Highfield Windsor Meadow Stanley School Cross Bridge Orchard Quarry Kirkgate Briggate Headrow"
const KINDS = "Street Road Lane Avenue Close Drive Terrace Grove View Walk"
const THINGS =
  "boiler|boiler|boiler|boiler|meter|meter|meter|meter reading|bill|radiator|gas hob|kitchen cooker|smart meter|prepayment card|thermostat|pilot light|pipe in the cellar|flue|regulator|valve"
const TROUBLES =
  "does not start|is not working|is leaking|shows nothing|is too high|makes a noise|went out again|needs replacing|was read wrongly|is cold|smells|is stuck|has no signal|reset itself|trips the alarm"
const SENTENCES = [
  "It began on Monday morning and has been like this since.",
  "There is no hot water and the house is cold.",
  "We have small children and my mother lives with us.",
  "An engineer came in October but could not find the fault.",
  "Please call before you come, the bell does not work.",
  "The display shows an error code and then goes blank.",
  "I have tried to reset it as the manual says.",
  "The pressure drops below one bar every night.",
  "Neighbours on both sides say that theirs is fine.",
  "My last bill was twice what I usually pay.",
  "The dog is friendly, and the gate is on the left.",
  "I sent photographs with my first message.",
  "It is behind the panel under the stairs.",
  "The landlord has been told and agrees to the visit.",
]

const split = (list: string, by = " ") => list.split(by)

/** Gives customers names and addresses of their own, of which some are much more common than others. */
export async function varyPeople(tx: postgres.TransactionSql): Promise<void> {
  await tx`select setseed(0.4)`
  // Squares of what is evenly spread fall on the beginning of a list more often than on its end.
  await tx.unsafe(`
    create function pg_temp.one_of(list text[]) returns text language sql volatile as
      'select list[1 + floor(power(random(), 2) * cardinality(list))::int]';
    create function pg_temp.rare_word() returns text language sql volatile as
      'select string_agg(substr(''bacadafegohijokulomanepirosutavexyzo'', 1 + 2 * floor(random() * 18)::int, 2), '''') from generate_series(1, 4)'`)
  await tx`
    update accounts set
      name = concat_ws(' ', pg_temp.one_of(${split(FIRSTS)}), pg_temp.one_of(${split(SURNAMES)}) || case when random() < 0.5 then '-' || initcap(pg_temp.rare_word()) else '' end),
      email = concat(pg_temp.rare_word(), '.', right(id::text, 8), '@', pg_temp.one_of(array['post', 'mail', 'home']), '.example'),
      phone = '07' || lpad(floor(random() * 1e9)::text, 9, '0'),
      premises = jsonb_build_object('line1', concat_ws(' ', 1 + floor(random() * 200)::int, pg_temp.one_of(${split(STREETS)}) || case when random() < 0.4 then pg_temp.rare_word() else '' end, pg_temp.one_of(${split(KINDS)})),
        'town', pg_temp.one_of(${split(TOWNS)}), 'postcode', 'LS' || 1 + floor(random() * 29)::int || ' ' || floor(random() * 10)::int || chr(65 + floor(random() * 26)::int) || chr(65 + floor(random() * 26)::int),
        'mprn', lpad(floor(random() * 1e10)::text, 10, '1'), 'meterSerial', 'G4A' || lpad(floor(random() * 1e8)::text, 8, '0'))
    where role = 'customer'`
}

/**
 * Gives requests texts of their own: things and troubles of which the first are the most common, and in each a word that
 * only a handful of others have. For people with names of their own.
 */
export async function varyRequests(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    update service_requests r set
      reference = 'GR-' || translate(upper(lpad(to_hex((n * 2654435761) % 4294967296), 8, '2')), '01', 'XY'),
      title = concat_ws(' ', 'The', pg_temp.one_of(${split(THINGS, "|")}), pg_temp.one_of(${split(TROUBLES, "|")}), case when random() < 0.1 then pg_temp.rare_word() end,
        case when old_ones then 'since the archive' end),
      description = concat_ws(' ', pg_temp.one_of(${SENTENCES}), pg_temp.one_of(${SENTENCES}), pg_temp.rare_word(), pg_temp.one_of(${SENTENCES}), pg_temp.one_of(${SENTENCES}))
    from (select id, n, n < count / 10 as old_ones from (select id, row_number() over (order by id) n, count(*) over () from service_requests) every_one) numbered
    where numbered.id = r.id`
}
