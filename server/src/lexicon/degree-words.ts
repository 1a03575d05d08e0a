// Words that say how much without a measure, as data: own compilation of plain English, 2026-11, with the forms of
// clauses in which something is done because of them. It must not know documents.

const adjective =
  "fast|slow|low|high|poor|bad|good|small|large|big|heavy|deep|extensive|marked|prolonged|raised|elevated|reduced|impaired|weak|ill|unwell|frail|unstable|uncontrolled|unsatisfactory|satisfactory|insufficient|severe|pronounced|significant|considerable|substantial|frequent|out +of +range|(?:not|badly|poorly|un) *(?:well +)?(?:controlled|under +control)";
const person =
  "frail|sick|very +ill|very +small|heavy|weak|unstable|unfit|vulnerable|susceptible|frequent|debilitated|brittle|weakened";
const finding =
  "marked|extensive|heavy|poor|prolonged|large|advanced|considerable|pronounced|massive|impaired|significant|substantial";
const condition =
  "\\b(?:if|when|whenever|once|until|unless|while|where|whose|as +soon +as) +(?:(?!if\\b|when\\b|because\\b|to\\b|and\\b|or\\b)[a-zß-öø-ɏ'’-]+ +){0,8}?";
const end = "(?= *(?:[.,;:|)]|$|(?:after|despite|at|on|in|and|or|for|following|during|again|then)\\b))";
const acted = "(?:is|are|needs?|should|must|may|goes?|gets?|receives?|stays?|comes?|takes?)";

export const degreeForms: readonly RegExp[] = [
  new RegExp(`^[^a-zß-öø-ɏ]*(?:in|for) +(?<degree>${finding}|deep) +(?<noun>[a-zß-öø-ɏ-]+)`, "gi"),
  new RegExp(
    `${condition}(?<noun>[a-zß-öø-ɏ-]{3,}) +(?:is|are|stays?|remains?|becomes?|gets?|looks?|seems?|feels?|appears?|has +been|have +been|turns?) +(?:still +|very +|rather +|so +|more +|too +)?(?<degree>${adjective})${end}`,
    "gi",
  ),
  new RegExp(
    `${condition}(?<degree>far +(?:above|below|beyond)|(?:well|much|slightly|somewhat|clearly) +(?:above|below|over|under|higher|lower)|(?:goes|gone|ris(?:es|en)|falls?|fallen|drops?|dropped|swells?|changes?|gains?|loses?|increases?|decreases?|rises?) +(?:up +|down +|by +)?(?:a +lot|a +great +deal|considerably|markedly|significantly|sharply|quickly|rapidly|fast)|(?:(?:no|without) +(?:any +)?(?:clear|sufficient|marked|good|adequate|satisfactory|real|substantial|significant)|not +much|too +little|little) +(?:improvement|response|relief|effect|benefit|progress|recovery)(?= *(?:[.,;:|)]|$))|(?:do|does|did|can) *(?:n['’]t|not) +(?:longer +)?tolerate|(?:upper|lower|high|low) +end|borderline|fit +for +(?:it|this|that|surgery|travel|work|discharge)|(?:far|low|high|warm|cool|slow|fast|dry|clear|strong|well|big|old|awake|alert|stable|good|[a-z]+ic|[a-z]+oid) +enough(?! +to)|(?:eat|drink|feed|sleep|breath|walk|move|cope|suck)e?s? +(?:well|poorly|badly|normally|enough))`,
    "gi",
  ),
  new RegExp(
    `(?:^[^a-zß-öø-ɏ]*|\\b(?:in|for|to) +(?:all +|the +)?)(?<degree>${person}) +(?<noun>(?!and\\b|or\\b)[a-zß-öø-ɏ-]+s|children|people|women|men)\\b(?! +(?:with|who|aged|of)\\b)`,
    "gi",
  ),
  new RegExp(
    `\\bwith +(?:very +)?(?<degree>${finding}) +(?<noun>[a-zß-öø-ɏ-]+)(?: +[a-zß-öø-ɏ-]+){0,2} +${acted}\\b`,
    "gi",
  ),
  new RegExp(
    `^[^a-zß-öø-ɏ]*(?<degree>${finding}|deep) +(?<noun>[a-zß-öø-ɏ-]+)(?: +[a-zß-öø-ɏ-]+)? +(?:is|are|needs?|should|must|goes?) +(?!not\\b)`,
    "gi",
  ),
  new RegExp(
    `\\b(?:patients|people|children|adults|women|men|those|anyone|everyone|who +(?:is|are)) +on +(?<degree>long-term|prolonged|high-dose|low-dose) +(?<noun>[a-zß-öø-ɏ-]+)(?: +[a-zß-öø-ɏ-]+)? +${acted}\\b`,
    "gi",
  ),
];
