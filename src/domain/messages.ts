import type { ErrorCode, Problem } from './errors.ts'
import type { Bilingual } from './indicator.ts'

/** What the codes of problems mean, in Danish, with what to do. The English text of a problem is its own, and says more of the case. */
const OF_PROBLEMS = {
  // The form of what is sent.
  invalid_type: 'Værdien er af en forkert type: send den type, som felterne er beskrevet med.',
  invalid_value: 'Værdien kan ikke bruges: send en af dem, som beskrivelsen af feltet tillader.',
  invalid_format: 'Teksten er ikke skrevet på den måde, som feltet kræver: ret den efter beskrivelsen.',
  invalid_key: 'Et navn i objektet kan ikke bruges: ret det efter beskrivelsen.',
  invalid_element: 'Et element i samlingen kan ikke bruges: ret det efter beskrivelsen.',
  not_multiple_of: 'Tallet har flere decimaler, end feltet tager: afrund det.',
  too_big: 'Værdien er for stor eller teksten for lang: gør den mindre.',
  too_small: 'Værdien er for lille, eller der mangler noget: udfyld feltet.',
  unknown_field: 'Feltet findes ikke her: ret stavningen, eller udelad det.',
  unknown_parameter: 'Parameteren findes ikke her: ret stavningen, eller udelad den.',
  invalid_json: 'Indholdet er ikke gyldig JSON: send et helt og gyldigt dokument.',
  invalid_yaml: 'Indholdet er ikke YAML, som kan læses her: ret det på den linje, som nævnes, uden mærker (!) og uden samme navn to gange.',
  invalid_cursor: 'Stedet at fortsætte fra kendes ikke: send det, som det stod i sidste svar.',
  id_mismatch: 'Id\'et er et andet end stiens: udelad det, eller skriv det samme.',
  query_timeout: 'Forespørgslen tog for lang tid: gør den mindre, eller spørg i flere.',
  query_too_large: 'Forespørgslen er for stor: del den i flere.',
  query_too_costly: 'Forespørgslen læser for meget: bed om færre felter eller kortere lister.',

  // What is named and does not exist.
  unknown_area: 'Området findes ikke: vælg et fra listen over områder.',
  unknown_kommune: 'Kommunen findes ikke: brug dens kode med fire cifre, fx 0250.',
  unknown_indicator: 'Indikatoren findes ikke: opret den først, eller vælg en, der findes.',
  unknown_segment: 'Indikatoren har ikke dette segment: tilføj det til indikatoren, eller vælg et andet.',
  unknown_national_goal: 'Ministermålet findes ikke: opret det først, eller vælg et, der findes.',
  unknown_import: 'Indberetningen findes ikke: vælg en af dem, der er modtaget.',
  unknown_plan: 'Planen findes ikke: opret den først, eller udelad henvisningen.',
  unknown_goal: 'Målet findes ikke: vælg et af planens.',
  unknown_target: 'Succeskriteriet findes ikke: vælg et af planernes.',
  unknown_mapping: 'Oversættelsen af tabellen findes ikke: opret den først, eller vælg en, der findes.',
  unknown_year: 'Der kendes ingen ministermål for året: vælg et andet år.',
  unknown_period: 'Perioden kan ikke bruges: skriv fx 2024, 2024-Q2 eller 2024-08.',
  unknown_status: 'Cellens status kendes ikke: skriv en af dem, der er beskrevet, eller udelad den.',
  unknown_label: 'Oversættelsen kender ikke teksten: tilføj den til oversættelsen, eller ret filen.',
  unknown_column: 'Kolonnen kendes ikke: ret dens navn, eller udelad den.',
  unknown_sheet: 'Arket findes ikke i filen: skriv navnet eller nummeret på et, der gør.',

  // Plans and what they hold.
  duplicate_code: 'Koden er brugt af en anden i planen: vælg en anden.',
  goals_missing: 'Planen har ingen mål: tilføj mindst ét, før den vedtages.',
  too_many_targets: 'Planen har for mange succeskriterier: del den i flere planer.',
  rule_too_large: 'Reglen er sat sammen af for mange dele: del succeskriteriet.',
  indicator_required: 'Reglen skal måles på en indikator: angiv den på succeskriteriet eller i reglen.',
  polarity_neutral: 'Indikatoren er neutral, så et gab har ingen retning: brug en grænseværdi i stedet.',
  benchmark_required: 'Et udgangspunkt, der er skrevet i planen, skal også have sammenligningens værdi: tilføj den.',
  benchmark_is_own: 'Serien sammenlignes med sig selv: vælg et andet område eller en anden indikator.',
  smoothing_irregular: 'Indikatoren opgøres uregelmæssigt og kan ikke udjævnes: udelad udjævningen.',
  frequency_mismatch: 'Perioden eller indikatoren har en anden hyppighed: vælg en, der passer.',
  code_fixed: 'Koden kan ikke ændres: den er valgt én gang for alle. Tilføj noget nyt i stedet.',
  position_out_of_range: 'Pladsen findes ikke i listen: den tælles fra 0.',
  code_reused: 'Koden er brugt af noget, der er fjernet fra planen: vælg en ny.',
  transition_not_allowed: 'Planen kan ikke skifte fra sin nuværende status til denne: vælg en, der følger efter.',
  id_taken: 'Der er allerede en plan med dette id: vælg et andet.',
  id_required: 'Den nye plans id kan ikke dannes af den gamles: skriv et.',
  year_not_later: 'Året er ikke senere end planens eget: vælg et senere.',
  not_removable: 'Kun en kladde, som intet er registreret på, kan fjernes: træk planen tilbage i stedet.',
  goal_has_targets: 'Målet har succeskriterier: flyt dem først, eller fjern dem med det.',
  deliverable_recorded: 'Der er registreret noget på leverancen, så dens kode skal blive stående: behold den.',
  in_use: 'Noget bruger det endnu, så det kan ikke fjernes: fjern først henvisningerne til det.',
  series_not_read: 'Succeskriteriet læser ikke denne serie, så tallet ville intet ændre: angiv en af dem, det læser.',
  unknown_deliverable: 'Leverancen findes ikke i succeskriteriet: brug koden på en af dem, der gør.',
  not_judged_by_people: 'Succeskriteriet bedømmes ikke af mennesker: udelad vurderingen.',
  after_as_of: 'Det antagne ligger efter den dag, der spørges om: udelad asOf, eller vælg en senere dag.',
  in_the_future: 'Dagen ligger i fremtiden: registrér det, når det er sket.',

  // Indicators that are calculated.
  calculation_circular: 'Beregningen fører tilbage til indikatoren selv: beregn den af andre.',
  calculation_too_deep: 'Beregningen bygger på for mange beregninger efter hinanden: beregn den mere direkte.',
  duplicate_part: 'Den samme del er nævnt to gange: udelad den ene.',
  rolling_mean_irregular: 'Indikatoren opgøres uregelmæssigt og har intet glidende gennemsnit: vælg en anden hyppighed.',

  // Figures.
  forbidden_area: 'Nøglen gælder ikke for området: brug en anden nøgle, eller udelad rækken.',
  forbidden_indicator: 'Nøglen gælder ikke for indikatoren: brug en anden nøgle, eller udelad rækken.',
  value_not_allowed: 'Et tal, der mangler eller er diskretioneret, har ingen værdi: udelad den.',
  value_required: 'Der mangler en værdi: skriv den, eller angiv, at tallet mangler eller er diskretioneret.',
  segment_in_use: 'Der er målinger af et segment, som indikatoren så ikke længere ville have: behold det, eller træk målingerne tilbage først.',
  value_out_of_range: 'Værdien er under nul, og det er den enhed aldrig: send den rigtige.',
  unit_mismatch: 'Værdien har et procenttegn, og indikatoren måles ikke i procent: skriv den i dens egen enhed.',
  duplicate_row: 'Det samme tal er sendt flere gange med forskellig værdi: behold det rigtige.',
  duplicate_collapsed: 'Den samme række er sendt flere gange og tæller én gang: du behøver ikke gøre noget.',
  later_change: 'Tallet er ændret siden: tag den senere ændring tilbage først, eller send det rigtige tal.',

  // Files and their tables.
  invalid_csv: 'Filen kan ikke læses som CSV: gem den igen, og send den, som den er.',
  invalid_text: 'Filens tegn kan ikke læses: gem den som UTF-8, eller angiv dens tegnsæt.',
  invalid_xlsx: 'Filen kan ikke læses som et regneark: gem den igen som .xlsx.',
  invalid_json_stat: 'Filen kan ikke læses som JSON-stat: hent den igen, og send den, som den er.',
  invalid_number: 'Teksten er ikke et tal: skriv det med cifre.',
  ambiguous_number: 'Tallet kan læses på to måder: skriv det uden tusindtalsskilletegn.',
  ambiguous_area: 'Navnet bruges af flere områder: skriv områdets id.',
  not_a_figure: 'Cellen er hverken et tal eller tom: ret den.',
  left_empty: 'Rækken er ikke udfyldt, så intet er gemt af den: du behøver ikke gøre noget.',
  too_many_rows: 'Det bliver for mange rækker i ét regneark: afgræns udtrækket, eller vælg format=csv eller ndjson.',
  no_rows: 'Filen har ingen rækker: send en med mindst ét tal.',
  no_table: 'Filen er ikke en tabel fra Jobindsats: hent den igen, og send den, som den er.',
  error_answer: 'Filen er et afslag fra Jobindsats og ikke en tabel: hent den igen.',
  several_tables: 'Filen har flere tabeller: send hver for sig.',
  line_too_long: 'En linje er for lang: skriv ét tal pr. linje.',
  field_count: 'Rækken har et andet antal felter end overskriften: ret den.',
  wrong_length: 'Rækken har et andet antal celler end kolonner: ret den.',
  missing_column: 'Der mangler en kolonne: tilføj den til filen, eller ret oversættelsen.',
  doubled_column: 'To kolonner betyder det samme: udelad den ene.',
  duplicate_column: 'To kolonner har det samme navn: omdøb den ene, eller udelad den.',
  unnamed_column: 'Værdien står i en kolonne uden navn: giv kolonnen et navn, eller udelad den.',
  area_unstated: 'Rækker uden oplyst område er sprunget over: du behøver ikke gøre noget.',
  nothing_wanted: 'Filen har intet, som oversættelsen bruger: vælg en anden oversættelse.',
  needs_mapping: 'Filen kan kun læses med en oversættelse: angiv, hvilken der skal bruges.',
  too_many_cells: 'Tabellen har for mange celler: hent færre perioder eller grupper.',
  too_many_categories: 'Tabellen har for mange kategorier: hent færre perioder eller grupper, eller send den i dele.',
  too_many_dimensions: 'Tabellen har for mange dimensioner: hent den med færre.',
  ambiguous: 'Cellerne kan høre til flere serier: angiv kolonnens værdi i hver serie.',
  duplicate: 'To serier bruger de samme celler: udelad den ene.',

  // Keys and webhooks.
  admin_is_unbound: 'En administratornøgle gælder hele landet: udelad kommunerne, eller giv andre rettigheder.',
  in_the_past: 'Tidspunktet ligger i fortiden: vælg et senere.',
  invalid_url: 'Teksten er ikke en webadresse: skriv den helt ud, fx https://example.dk/maal.',
  url_with_credentials: 'Adressen indeholder bruger eller adgangskode: udelad dem.',
  url_not_https: 'Adressen begynder ikke med https: brug en, der gør.',
  private_url: 'Adressen kan ikke nås fra internettet: brug en offentlig adresse.'
} as const

/** What refusals mean that name no place. */
const OF_ERRORS: Record<ErrorCode, string> = {
  invalid_request: 'Det, der er sendt, kan ikke læses: ret det efter beskrivelsen.',
  not_found: 'Det findes ikke, eller du må ikke se det: kontrollér id\'et.',
  unauthenticated: 'Der skal en gyldig nøgle til: send den med forespørgslen.',
  forbidden: 'Nøglen giver ikke lov til det: brug en med de rette rettigheder.',
  conflict: 'En anden ændring kom først: se, hvad der står nu, og prøv igen.',
  idempotency_key_reused: 'Idempotency-Key er brugt til en anden forespørgsel: giv hver sin egen.',
  version_conflict: 'Planen er ændret af en anden: hent den nyeste version, og lav din ændring i den.',
  precondition_required: 'Angiv, hvilken version du har ændret, så ingens ændringer går tabt.',
  reason_required: 'En vedtaget plan ændres kun med en begrundelse: skriv hvorfor.',
  batch_refused: 'Nogle rækker kan ikke bruges, så ingen er gemt: ret dem, der er nævnt, og send igen.',
  unprocessable: 'Indholdet passer ikke med det, der findes i forvejen: ret det, og send igen.',
  frequency_locked: 'Indikatoren har målinger, så dens hyppighed kan ikke ændres: opret en ny indikator.',
  rate_limited: 'Der er sendt for mange forespørgsler: vent lidt, og prøv igen.',
  payload_too_large: 'Der er sendt for meget på én gang: del det i flere.',
  unsupported_media_type: 'Indholdet er af en type, der ikke tages her: send en af dem, der er beskrevet.',
  not_acceptable: 'Svaret findes ikke i den form: send Accept: application/json, eller lad Accept være ude.',
  method_not_allowed: 'Det kan ikke gøres her: brug en af de metoder, der er beskrevet.',
  unavailable: 'Serveren kan ikke svare lige nu: prøv igen om lidt.',
  storage_full: 'Databasens disk er fuld, så intet blev gemt: sig det til den, der driver serveren.',
  internal: 'Noget gik galt hos os, og det er noteret: sig det til den, der driver serveren, hvis det sker igen.'
}

const DANISH = new Map<string, string>([...Object.entries(OF_ERRORS), ...Object.entries(OF_PROBLEMS)])

export type ProblemCode = keyof typeof OF_PROBLEMS
export const PROBLEM_CODES = Object.keys(OF_PROBLEMS) as ProblemCode[]

/**
 * What is wrong, for people, in both languages. Of a refusal without places give its code and, as `detail`, its message.
 * Example: `bilingual({ pointer: '/kommune', code: 'unknown_kommune', detail: 'there is no kommune 9999: see /v1/kommuner' })`
 */
export const bilingual = ({ pointer = '', code, detail }: Pick<Problem, 'code' | 'detail'> & Partial<Problem>): Bilingual => ({
  da: DANISH.get(code) ?? 'Det kan ikke bruges, som det er: se den engelske besked.',
  en: pointer === '' ? detail : `${pointer}: ${detail}`
})
