// Until when a document holds by its own word: a date of review or expiry in its front matter, its text or a table,
// or its date of issue and how often it is reviewed. Where a date can be read in two ways, the later one counts. It
// must not know what day it is.

import { listOncePerBlock } from "../syntax/block-memory.ts";
import type { FrontMatter } from "../syntax/front-matter.ts";
import type { Markdown } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { moved, type Span, shifted } from "../text/span.ts";
import { numberOf } from "./number-word.ts";
import { type DateFound, dateAt } from "./written-date.ts";

export interface ReviewDate extends Span {
  /** The last day on which the document is not overdue, as in 2026-01-31. */
  readonly until: string;
  /** Said itself, or worked out from when it was issued. */
  readonly from: "date" | "interval";
}

/** What may stand between what a date is of and the date. */
const gap =
  "[\\s:*_|=,()–—-]*(?:(?:(?:dd|mm|yyyy|yy|day|month|year)(?:[/.-](?:mm|month|year|yyyy|yy)){1,2}|is|are|was|will|shall|must|should|has|have|to|be|been|on|in|by|for|due|not|no|later|than|before|after|beyond|from|at|the|latest|set|planned|scheduled|expected|foreseen|fixed|falls?|fell|takes?|place|happen|of|end|beginning|course|middle|month|year|committee|held|or|earlier|until|again|early|late|mid|(?:of|for) (?:this|the) [a-zß-öø-ɏ]+)\\b[\\s:*_|,)-]*){0,7}";
const work = "(?:review|revision|update|re-?evaluation|re-?assessment|renewal|look|edition|version|reading)";
const worked =
  "(?:reviewed|revised|updated|renewed|re-?evaluated|re-?assessed|replaced|revisited|looked at|reissued|re-?examined)";
/** "The committee will review it in March 2026". */
const actively =
  "(?:will|shall|is to|are to|must|should|intends? to|plans? to|undertakes? to|undertook to|promises? to|expects? to|aims? to|(?:has|have) (?:undertaken|agreed|promised|decided|pledged|committed (?:itself|themselves)) to|agreed to|meets?(?: again)? to|reconvenes? to|is due to|are due to)\\s+(?:next |formally |again |fully |then )*(?:review|revise|update|renew|replace|re-?assess|re-?evaluate|revisit|reissue|re-?examine|re-?consider|look again at)\\s+(?:it|them|(?:this|the|these|its|all)(?: [a-zß-öø-ɏ]+)? (?:guidelines?|guide|guidance|protocols?|documents?|policy|handbook|manual|sop|pathway|text|edition|recommendations?|procedure|formulary|version|statements?|chapters?|standard|circular|leaflet|card|algorithm|contents?))(?: again| in full| as a whole| formally| completely)*|(?:new|revised|updated|second|third|fourth|fifth|sixth|next|following|replacement) (?:edition|version|issue)\\s+(?:is|will|shall)(?: [a-zß-öø-ɏ]+)? (?:planned|due|appear|follow|expected|foreseen|scheduled|published|issued|released|ready)";
const dueLabel = new RegExp(
  `\\b(?:(?:next|planned|scheduled|forthcoming|mandatory|proposed|compulsory|statutory|following)\\s+(?:formal\\s+|full\\s+|scheduled\\s+|planned\\s+|routine\\s+|complete\\s+)?${work}(?:\\s+of\\s+(?:this|the|these|our|its)\\s+[a-zß-öø-ɏ]+)?|(?:date +(?:of|for) +(?:the +)?(?:next +)?${work})|(?!(?:version|edition|reading) +dates?\\b)${work}\\s+(?:of +(?:this|the) +[a-zß-öø-ɏ]+\\s+)?(?:(?:is|was|falls|fell)\\s+)?(?:due|dates?|by|before|on +or +before|deadline|planned|scheduled|foreseen|expected|promised|announced|intended|envisaged|promised)|(?:due|scheduled|planned) +(?:for|to +be) +(?:${worked}|${work})|to +be +${worked}|(?:will|should|must|shall|needs? +to|has +to|is +to|be) +(?:next +)?be +${worked}|(?:will|should|must|shall) +next +be +${worked}|for +${work}|(?:valid|effective|applicable|applies|current|in +force|in +use|in +effect|approved|authori[sz]ed|holds?(?: +good)?|stands?|runs?|remains? +(?:valid|in +force|current|in +use|in +effect)|use|lasts?|binding|licensed +for +use) +(?:until|till|to|through|thru|up +to)|due(?=[\\s*_]*[:|])|(?:review|revise|update|renew) +(?:by|before)|good +(?:until|till|through)|look +at +(?:it|this(?: +[a-zß-öø-ɏ]+)?) +again|(?:review|revise|update) +(?:it|this +[a-zß-öø-ɏ]+)|(?:valid|holds?(?: +good)?|in +force|applies|remains?|stands?)\\b[^.\\n|:;]{1,40}?,? +(?:at +the +latest|not? +later +than|but +not +(?:beyond|after))|validity(?: +of +(?:this|the|its) +[a-zß-öø-ɏ]+)?(?: +(?:is +|was +)?extended)?(?: +ends?| +period)?|(?:extended|prolonged|reaffirmed|re-?confirmed|renewed)(?: +(?:it|this|the|its|for +use|for|as|valid|validity|of|guideline|guidance|protocol|document|policy|edition)){0,6} +(?:until|till|to|through|up +to)|(?:valid|in +force|effective|applies)(?: +from|[ :*_|]+) *(?:[^.\\n|]|\\.(?=\\d)){4,30}?\\s?(?:to|until|through|[–—-])|expir(?:es?|ed|y|ation|ing)(?: +dates?)?|lapse[sd]?|sunset(?: +date)?|(?:ceases?|ends?) +(?:to +(?:apply|have +effect|be +valid|be +in +force)|to +hold)|(?:not|no +longer|never) +(?:valid|be +used|to +be +used|in +force|use)|${actively}|(?:will|shall|is +to) +be +(?:superseded|replaced|withdrawn|archived|retired)(?: +by +(?:an?|the|its) +[a-zß-öø-ɏ]+ +(?:edition|version|guideline|document|text))?|(?:withdraw|discard|archive|remove|replace) +this +(?:page|guideline|guidance|protocol|card|poster|sheet|document|version|edition|leaflet|chapter)|withdrawal +date|(?:if +not|unless) +(?:(?:it|this) +(?:is|has +been) +)?(?:${worked}|confirmed|extended) +(?:by|before|until)|use +by|end +of +(?:validity|life)|${work})${gap}$`,
  "i",
);
const lastLabel = new RegExp(
  `\\b(?:last|previous(?:ly)?|latest|date +of|most +recent)\\s+(?:the\\s+)?(?:last\\s+)?${work}|\\b(?:was|were|has +been|been) +(?:last +)?(?:${worked})`,
  "i",
);
/** Behind these the word is of something else's date. */
const notThis =
  /\b(?:vials?|ampoules?|medicines?|drugs?|stocks?|reagents?|kits?|tablets?|batch|vaccines?|licen[cs]e|patients?|prescription|appointment|consent|product|bottle|blood|units?|child|women|woman|contract|equipment|cylinders?|sterili[sz]\w*|permit|visa|clinic +visit|follow-up)\b/i;

const dueKey =
  /^(?:(?:next|planned|due)-?(?:review|revision|update)[\w-]*|(?:review|revision|renewal|update)-?(?:dates?|due|by|on|before|due-date|deadline|next)+|review|revision|due|due-for-review|due-date|expir(?:es|y|ation|es-at)(?:-?(?:dates?|on))?|valid-?(?:until|to|till|through|thru)|validity|sunset(?:-date)?|use-by|end-of-validity|effective-(?:until|to)|to-be-reviewed|review-at)$/i;
const issueKey =
  /^(?:date|issued?(?:-?(?:date|on))?|(?:date-?)?(?:issued|published|approved)|published(?:-?(?:date|on))?|approv(?:ed|al)(?:-?(?:date|on))?|effective(?:-?(?:date|from))?|version-?date|last-?(?:reviewed|updated|review|revised|modified)|publication-?date|valid-?from|in-force(?:-from)?|adopted|start(?:-?date)?|edition|released?(?:-?date)?)$/i;
const intervalKey =
  /^(?:review|revision|update|validity|valid)-?(?:interval|cycle|period|frequency|every|for|months|years|term)(?:-in)?(?:-(?:months|years))?$|^(?:lifetime|lifespan|valid-for|validity)$/i;

/** "nextReview", "next_review", "Next review". */
const keyed = (key: string) =>
  key
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .replace(/[\s_.-]+/g, "-")
    .toLowerCase();

/** Undefined where the document says nothing, or nothing certain. */
export function reviewDate(markdown: Markdown): ReviewDate | undefined {
  const found = [...inFrontMatter(markdown), ...inText(markdown), ...inColumns(markdown)];
  const said = latest(found);
  return said ?? byInterval(markdown);
}

const latest = (all: readonly ReviewDate[]) =>
  all.reduce<ReviewDate | undefined>(
    (last, one) => (last && last.until >= one.until ? last : one),
    undefined,
  );

function inFrontMatter({ frontMatter, text }: Markdown): ReviewDate[] {
  return lines(frontMatter, text).flatMap(({ key, value, start }) => {
    const date = dueKey.test(key) ? dateAt(value, 0) : undefined;
    return date
      ? [{ until: date.last, from: "date" as const, start: start + date.start, end: start + date.end }]
      : [];
  });
}

interface Line {
  readonly key: string;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
}

function lines(frontMatter: FrontMatter | undefined, text: string): Line[] {
  if (!frontMatter) return [];
  const body = text.slice(0, frontMatter.span.end);
  return matchesIn(body, /^[ \t]*([A-Za-z][\w -]{1,40}?)[ \t]*:[ \t]*["']?([^\n"']*)/gm).map(
    ({ index, 0: line, 1: key = "", 2: value = "" }) => ({
      key: keyed(key),
      value,
      start: index + line.length - value.length,
    }),
  );
}

const reach = 110;
const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dateLike = new RegExp(
  `\\b(?:\\d{1,4}(?:st|nd|rd|th)?|Q[1-4]|first|second|third|fourth|last|early|mid|late|spring|summer|autumn|fall|winter|${months}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b`,
  "gi",
);

function inText({ parts, frontMatter }: Markdown): ReviewDate[] {
  return parts.flatMap(({ start, piece }, i) => {
    const before = (parts[i - 1]?.piece.plain ?? "").slice(-reach);
    const from = before.length + (i === 0 ? (frontMatter?.span.end ?? 0) : 0);
    const found = known(piece, [before, from], () => datesIn(before + piece.plain, from));
    return found.map((one) => ({ ...one, ...shifted(one, start - before.length) }));
  });
}

/** In a piece of the document behind the end of the one before: once for as long as neither changes. */
const known = whileFrom<Piece, readonly ReviewDate[]>();

function datesIn(plain: string, from: number): ReviewDate[] {
  const found: ReviewDate[] = [];
  for (const { index } of matchesIn(plain, dateLike)) {
    if (index < from || index < (found.at(-1)?.end ?? 0)) continue;
    const before = plain.slice(Math.max(0, index - reach), index);
    const date = isDue(before) ? lastOf(plain, dateAt(plain, index)) : undefined;
    if (date) found.push({ until: date.last, from: "date", start: date.start, end: date.end });
  }
  return found;
}

/** "Validity: 2024–2027": the later of both. */
function lastOf(plain: string, date: DateFound | undefined): DateFound | undefined {
  const [joint] =
    (date && /^\s?(?:[–—-]|to|until|through)\s?/.exec(plain.slice(date.end, date.end + 10))) ?? [];
  const other = date && joint ? dateAt(plain, date.end + joint.length) : undefined;
  return other && date && other.last > date.last ? other : date;
}

/** "Approved 03/2021. Review 03/2024". */
const besideIssue =
  /\b(?:approved|issued|published|adopted|ratified|effective|version|reviewed)\b[^\n]{0,50}[.;,|·/–—-][\s*_]*$/i;

const bareWork = new RegExp(
  `^(?:(?!look +at)${work}|validity)\\b(?!\\s*(?:of +(?:this|the) +|is +|was +|falls +|fell +)*(?:due|dates?|by|before|on +or +before|deadline|ends?|planned|scheduled|foreseen|expected)\\b)`,
  "i",
);

/** Whether what stands before a date makes it one by which a document is to be reviewed. */
function isDue(before: string): boolean {
  const [label] =
    (/review|revis|\bdue\b|look +at|expir|extend|prolong|firmed|valid|renew|updat|force|effect|laps|sunset|cease|until|edition|version|assess|evaluat|\buse[ds]?\b|examin|supersed|withdraw|discard|remove|archiv|retire|revis|planned|replaced|reissued|looked|through|apply/i.test(
      before,
    ) &&
      dueLabel.exec(before)) ||
    [];
  if (label === undefined) return false;
  const lead = before.slice(0, before.length - label.length);
  const clause = lead.slice(
    1 + Math.max(lead.lastIndexOf("\n"), lead.lastIndexOf(". "), lead.lastIndexOf("; ")),
  );
  if (
    /\b(?:last|previous|latest|prior|past|most +recent|date +of(?: +the)? +last|first)\s*$/i.test(lead) ||
    lastLabel.test(label) ||
    // "Valid if dated prior to 7-1-2000": of another paper.
    /\b(?:if(?! +not +)|prior +to)\b/i.test(label) ||
    notThis.test(clause.slice(-70)) ||
    notThis.test(label)
  )
    return false;
  // "Reviewed: 04/2021. Due: 04/2024"
  if (/^due[\s*_]*[:|]/i.test(label)) return besideIssue.test(lead);
  // "Review in 2 weeks", "the review of March 2019", "version 3, May 2018"
  if (bareWork.test(label))
    return (
      /^(?:review|revision|renewal|update|validity)\b/i.test(label) &&
      (/[:|][\s*_|]*(?:(?:until|by|to|before)[\s*_]*)?$/i.test(label) || besideIssue.test(lead))
    );
  if (/^for +review[\s:*_|]*$/i.test(label) && besideIssue.test(lead)) return true;
  // "Approved to …", "for edition 2010"
  if (/^to +be +[a-zß-öø-ɏ-]+(?: +at)?(?: +again)?[\s:*_|]*$/i.test(label) && besideIssue.test(lead))
    return true;
  return (
    !/^(?:for|use|to +be) +/i.test(label) || /\b(?:due|by|before|until|in|on|later|latest)\b/i.test(label)
  );
}

/** A column "Next review", or a row: its latest date. */
function inColumns(markdown: Markdown): ReviewDate[] {
  return markdown.blocks.flatMap((block) => (block.kind === "table" ? inTable(markdown, block) : []));
}

const inTable = listOncePerBlock(
  ({ plain }, { header, rows }: Table): readonly ReviewDate[] => {
    const isHead = (cell: Span | undefined): boolean =>
      cell !== undefined && isHeadOfDue(plain.slice(cell.start, cell.end));
    const dateIn = (cell: Span | undefined): ReviewDate[] => {
      const date = cell && cell.end > cell.start ? dateAt(plain, cell.start) : undefined;
      return date ? [{ until: date.last, from: "date", start: date.start, end: date.end }] : [];
    };
    return [
      ...header.cells.flatMap((head, at) =>
        isHead(head) ? rows.flatMap(({ cells }) => dateIn(cells[at])) : [],
      ),
      ...[header, ...rows].flatMap(({ cells: [head, date] }) => (isHead(head) ? dateIn(date) : [])),
    ];
  },
  (date, by) => ({ ...date, ...shifted(date, by) }),
);
/** "Valid until", or as front matter has it: "effective_to". */
const isHeadOfDue = (cell: string): boolean =>
  headOfDue.test(cell.replace(/[*_:]/g, " ").trim()) ||
  (/[a-z][_A-Z]/.test(cell) && dueKey.test(keyed(cell)));
const headOfDue =
  /^(?:(?:next|planned|due|scheduled) +)?(?:review|revision|update)(?: +(?:date|due|by|before|on|deadline))*$|^(?:date +(?:of|for) +(?:next +)?(?:review|revision)|expiry(?: +date)?|expires(?: +on)?|valid(?:ity)? +(?:until|to|through)|(?:due|to +be) +(?:for +review|reviewed|revised)(?: +(?:by|on))?|lapses)$/i;

const ownName =
  "(?:guidelines?|guide(?![ -]?wires?)|guidance|protocol|document|policy|handbook|manual|sop|pathway|text|edition|it|recommendations?|procedure|formulary|version|statement|chapter|standard|circular|order|bundle|leaflet|card|algorithm|approval|authori[sz]ation|directive)";
const count =
  "(\\d{1,2}|one|a|two|three|four|five|six|seven|eight|ten|twelve|eighteen|twenty-?four|thirty-?six|forty-?eight|sixty)";
const lasting =
  "review(?:ed|s)?|updat(?:e|es|ed)|revis(?:ed|ion|ions)|renew(?:ed|al)|valid(?:ity)?|in force|expir(?:es|y|ed)|laps(?:es|ed)|replac(?:ed|ement)|applies|remain(?:s)? (?:valid|in force|current)|holds?(?: good)?|stands|good|re-?(?:assessed|evaluated|examined|issued)|lifetime|lifespan|life|current|in use|appears?|comes? out";
const between = "(?:[^.\\n|]|\\.(?=\\S)){0,60}?";
const often = new RegExp(
  `(?:\\b${ownName}\\b${between}\\b(?:${lasting})\\b${between}|\\b(?:reviews|revises|updates|renews|reissues|re-?examines)\\s+(?:(?:the|this|its|all|these|our)\\s+)?${ownName}s?\\s+|\\b(?:review(?:ed)?|revision|update|validity)[ -](?:interval|cycle|period|frequency|term)[\\s:*_|–-]*(?:is\\s+)?|\\b(?:lifetime|lifespan|shelf[- ]life|life|validity|currency) +of +(?:this|the) +${ownName}[\\s:*_|–-]*(?:is\\s+)?|(?:issued|approved|published|adopted|endorsed|signed|effective|in +force)\\b(?:[^.\\n|]|\\.(?=\\S)){0,60}\\b(?:${lasting})\\s+|(?:^|[\\n>.;|(])[\\s*_|>-]*(?:to +be +|next +|for +)?(?:${lasting})(?: +(?:due|is +due|planned|period))?[\\s:*_|]*)\\b(?:(?:every|each|after|within|in|for|of|no +later +than|at +the +latest|once +every|at +least +every|at +least +once +every|not +later +than|lasts?|runs?|the +next|another|up +to|is|a +period +of|at +intervals +of|by|following)\\s+){0,3}(?:${count}[\\s-]+(?:calendar +|full +)?(years?|months?)|(annually|yearly|every +year|once +a +year|each +year)|(every +(?:second|other) +year|biennially|every +two +years))`,
  "i",
);
const issued =
  /\b(?:(?:(?:date|day) +(?:of|first) +)?(?:issued?|publi(?:shed|cation)|approved|approval|ratifi(?:ed|cation)|adopted|adoption|endorsed|effective|printed|written|compiled|launched|drawn +up|signed|signature|released?|in +force|in +effect|valid|start(?:s|ing)?|took +effect|came +into +(?:force|effect|use)|entered +into +(?:force|effect|use)|comes +into +(?:force|effect)|last +(?:reviewed|updated|revised)|last +(?:review|update|revision|revised))(?: +date)?(?: +(?:on|in|from|since|as +of|as +from|by +[^.\n|:]{2,50}? +(?:on|in)))?|version +date|date +of +(?:last +)?(?:review|revision|entry +into +force)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|present|current|this) +edition|edition +of|(?:version|edition|revision|v)\.? *\d+(?:\.\d+)*|date|dated|as +of|since|(?:years?|months?) +(?:from|after|following|of)(?: +(?:its|the) +(?:publication|approval|adoption|issue|release)(?: +(?:on|in|of))?)?)[\s:*_|,–—(-]*(?:the +)?$/i;
const joinedNumbers: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["twentyfour", 24],
  ["thirtysix", 36],
  ["fortyeight", 48],
]);

/** "The safety newsletter issued in 2023", "updated from the previous guideline published in 2018" */
const ofOtherWork =
  /\b(?:(?:previous|earlier|former|older|preceding|prior|original|last) +(?:[a-zß-öø-ɏ]+ +){0,3}|(?:alerts?|newsletters?|bulletins?|letters?|notices?|communications?|warnings?|articles?) +)(?:(?:was|were|that +was) +)?(?:issued|published|released)\b[^.;]*$/i;

/** "Issued June 2018 … reviewed every three years". */
function byInterval({ plain, text, frontMatter, parts }: Markdown): ReviewDate | undefined {
  const front = lines(frontMatter, text);
  const named = front.find(({ key }) => intervalKey.test(key));
  // "review_cycle_months: 24"
  const interval = named && `${named.value} ${/-(?:months|years)$/.exec(named.key)?.[0].slice(1) ?? ""}`;
  const own = interval === undefined ? undefined : monthsOf(often.exec(`review: ${interval}`));
  if (own === undefined && !parts.some(({ piece }) => saysHowOften(piece))) return undefined;
  const matches = own === undefined ? matchesIn(plain, oftenAll) : [];
  if (own === undefined && !matches.some((match) => monthsOf(match))) return undefined;
  const found: DateFound[] = front.flatMap(({ key, value, start }) => {
    const date = issueKey.test(key) ? dateAt(value, 0) : undefined;
    return date ? [moved(date, start)] : [];
  });
  for (const { index } of matchesIn(plain, /\b(?:\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8})\b/g)) {
    const before = plain.slice(Math.max(0, index - reach), index);
    if (!issued.test(before) || ofOtherWork.test(before)) continue;
    const date = dateAt(plain, index);
    if (date) found.push(date);
  }
  const last = found.reduce<DateFound | undefined>(
    (latest, one) => (latest && latest.last >= one.last ? latest : one),
    undefined,
  );
  // Without a word for the document, an interval is its own only where its date stands.
  const isNear = ({ index, 0: words }: RegExpExecArray) =>
    ofDocument.test(words) || found.some(({ start }) => Math.abs(start - index) < nearDate);
  const months = own ?? matches.filter(isNear).map(monthsOf).find(Boolean);
  return last && months
    ? { until: later(last.last, months), from: "interval", start: last.start, end: last.end }
    : undefined;
}
const saysHowOften = oncePer(
  ({ plain }: Piece): boolean =>
    /year|month|annual|biennial/i.test(plain) &&
    matchesIn(plain, oftenAll).some((match) => monthsOf(match) !== undefined),
);
const oftenAll = new RegExp(often.source, "gi");
const ofDocument = new RegExp(`^\\W*${ownName}\\b`, "i");
const nearDate = 500;

function monthsOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, amount, unit, yearly, other] = match;
  if (yearly) return 12;
  if (other) return 24;
  const word = (amount ?? "").toLowerCase().replace("-", "");
  const value = Number(amount) || (numberOf(word) ?? joinedNumbers.get(word));
  const months = value && (/^y/i.test(unit ?? "") ? value * 12 : value);
  return months && months >= shortest ? months : undefined;
}

/** In fewer months patients are seen again, not guidelines. */
const shortest = 6;

function later(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const whole = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return [
    String(newYear),
    String(newMonth).padStart(2, "0"),
    String(Math.min(day, last)).padStart(2, "0"),
  ].join("-");
}
