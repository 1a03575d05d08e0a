// Words that name no deed and tell none from another: of advising, of people, times, places and papers. It must not
// know texts.

export const idle: ReadonlySet<string> = new Set(
  `throughout absence recommend suggest advise should must may can panel committee guideline group patient people person routine routinely
   therefore also however now longer today still such need needed necessary required indicated place role done make
   made woman women child children adult adults newborn newborns infant infants baby babies man men care ward nurse midwife
   staff health worker time times minute minutes hour hours day days week weeks month months year years least once twice daily
   gently slowly carefully always please first then evidence certainty strong weak conditional moderate high low very quality
   journey transport transfer trip birth delivery examination procedure way night everyone anybody nobody receive undergo get has have been being not never off
   whether vaginally already minutes note card record chart write there here both either nor than because normal good against avoid avoided contraindicated contra discouraged forbidden prohibited obsolete abandoned banned omitted withheld
   see sees find found mistake error pointless unwise vital crucial important advisable imperative session sessions belong belongs past unnecessary outdated dangerous mandatory essential discouraged useful harm harmful benefit helpful imaging first aid admission admitted admit arrival stirrups half teaspoon teaspoons glass cup mug sip mouthful tablespoon spoonful consultation visit casualty steps
   general measures investigations laboratory home clinic checklist short firmly tightly back forward backwards forwards quickly immediately nursing
   let move transfer postnatal contraction contractions decide decided deciding decision help helps assistant helper someone road sheet card poster leaflet summary handout worksheet
   yes same ask asks tell tells advise remind teach counsel encourage encouraged instruct omit omits stay stays away steer without wait waits withhold resist refrain abstain crowning consist consists comprise comprises include includes including attend attends undergo undergoes wear wears
   discourage superfluous futile useless needless ineffective whoever told goes goe clear simply otherwise network board trust spacer
   none alone monday tuesday wednesday thursday friday saturday sunday flow clock telephone reckoner orders what todo single slow dose doses orally mouth intravenously intramuscularly injection one two three four five six seven eight nine ten everybody anyone neither contact exclude attempt attempted provoke provoked`.match(
    /\S+/g,
  ),
);

/** "No free air on the film": what is seen. */
export const foundNone =
  /^no\s+[^.;:]{3,50}?\s(?:on|in|at|by|under)\s+(?:the +|an? +)?(?:[a-zß-öø-ɏ]+ +){0,2}?(?:tests?|films?|x-?rays?|radiographs?|smears?|scans?|ultrasound|examination|inspection|auscultation|palpation|microscopy|culture|ECG|CT|MRI|urinalysis|dipstick|sputum|stools?)\b/i;

/** "May not have the strength", "will have symptoms": how it is; "each section is given a heading": to what, not what. */
export const tellsHow = ({
  aux,
  be,
  word,
  behind,
}: Readonly<Record<"aux" | "word" | "behind", string>> & {
  readonly be: string | undefined;
}): boolean =>
  (/^(?:may|will)$/i.test(aux) && be === undefined && isSo.test(word)) ||
  (word === "given" && /^\s+an?\s+(?!(?:few|second|minute|hour|day|week|month)\b)/i.test(behind));
const isSo =
  /^(?:have|be|feel|know|understand|need|want|show|seem|look|see|hear|notice|respond|remember|recogni[sz]e|tolerate|like|realise|realize)$/;

/** "Has symptoms", "the flow rate", "medicines are given": no act, or any. */
export const nothingDone =
  /^(?:infection|diseas|illness|medicin|drug|abilit[iy]|symptom|sign|level|rat|count|load|histor[iy]|risk|problem|effort|what|understand|wast)$/;
