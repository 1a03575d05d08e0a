// Whether a reference leads into another work: "Table 2 of the WHO handbook", "Section 15 of the Medicines Act",
// "in reference 5, Table 1". It must not know labels.

const works =
  "guidelines?|guidance|handbook|manual|protocols?|acts?|laws?|decrees?|directives?|statutes?|legislation|bylaws?|treaty|circulars?|memorandum|compendium|regulations?|code|formulary|pharmacopoeia|textbook|documents?|reports?|books?|booklet|standards?|policy|strategy|papers?|articles?|study|trial|review|publication|edition|smpc|spc|insert|leaflet|monograph|labelling|supplement|licen[cs]es?|contracts?|agreements?|tenancy|lease|permits?|rules|rulebook|by-laws?|warranty|references?|constitution|bill of rights|companion|ordinance|convention|charter|volume|website|toolkit|annals|journal|plan|programme|program|framework|atlas|posters?|(?:wall|drug) charts?|screen|carton|packet|register|office|ministry";
const publishers =
  "WHO|NICE|MSF|CDC|BNFc?|BNF|UNICEF|FIGO|RCOG|AHA|ESC|IDSA|ACOG|SIGN|ILCOR|EML|ICRC|PAHO|UNAIDS|GINA|GOLD|KDIGO|FDA|EMA|IMCI|ATLS|APLS|ICD(?:-?1[01])?|DSM(?:-?[IV5]+)?";

const inWork =
  /^[\s*_)]{0,4}(?:(?:\([^()\n]{0,80}\)\s?){1,3}|[“"'‘][^”"'’\n]{0,80}[”"'’]|,)?\s*(?:of|in|from|to|on)\s+(?!(?:this|these|our|the\s+(?:present|current|same))\b)((?:[^.;:\n]|\n(?!\s*\n)){0,90})/i;
const namesWork = new RegExp(`(?:^|[^a-zß-öø-ɏ])(?:${works})(?![a-zß-öø-ɏ])`, "i");
const namesPublisher = new RegExp(`(?:^|[^\\p{L}])(?:${publishers})(?![\\p{L}])`, "u");
const stops = /\b(?:this|these|our)\b|,\s|\b(?:and|or|but|if|when|who|which|that)\b/;

/** What follows the reference, up to where its phrase ends. */
function continuesInWork(after: string): boolean {
  const rest = inWork.exec(after)?.[1];
  if (rest === undefined) return false;
  const phrase = rest.split(stops)[0] ?? "";
  return (
    namesWork.test(phrase) ||
    namesPublisher.test(phrase) ||
    /^(?:ref\.?\s?\d|\[\d|\[@|_|\*|[a-z’'-]+\s(?:et\sal|\(?(?:19|20)\d\d)|\d)/i.test(phrase)
  );
}

const workBefore =
  /(?:(?:^|[^a-zß-öø-ɏ])(?:guidelines?|guidance|handbook|manual|acts?|formulary|pharmacopoeia|textbook|regulations?|code|report|paper|study|trial|smpc|spc|edition|constitution|bill\sof\srights|ordinance|charter|convention|references?\s\d{1,3}|ref\.?\s\d{1,3})|et\sal\.?|\[\d{1,3}\])[\s,:;(*_”"]*(?:(?:no\.?\s)?(?:\d{1,4}\s)?(?:of\s)?(?:19|20)\d\d[\s,:;()]*)?(?:\(?see\s)?$/i;
const publisherBefore = new RegExp(
  `(?:^|[^\\p{L}])(?:${publishers})(?:\\s[\\p{L}\\d-]{1,14}){0,2}[\\s,:;(*_”"]*(?:(?:19|20)\\d\\d[\\s,:;)]*)?$`,
  "u",
);
const supplement =
  /(?:['’]s|\b(?:(?:their|its|his|her)(?:\sown)?|supplementa(?:ry|l)|suppl\.?|online|web|extended\sdata))\s*$/i;
/** "Box 2 of gloves". */
const ofThings = /^\s+of\s+(?!(?:the|this|these|our|each|every|that)\b)\p{Ll}/u;

const ownBefore = /\b(?:this|our|the +present)\s+(?:[a-zß-öø-ɏ]+\s){0,2}[a-zß-öø-ɏ]+[\s,:;(]*$/i;

/** "Code of Regulations, Title 22, Division 9, Section 7": the parts of a law. */
const partsOfLaw = /(?:,?\s*(?:title|division|div\.|part|chapter|article)\s+[\dIVX.]+)+[\s,]*$/i;
/** "Field Handbook for Nurses, chapter 5", "chapter 19: Diphtheria toxoid. In: …". */
const titleBefore =
  /(?:\p{Lu}[\p{L}’'-]+[\s_*]+(?:(?:of|and|the|for|in|with|to|on|a)\s+){0,2}){2,}\p{Lu}[\p{L}’'-]+[\s_*]*,\s*$/u;
const inVolume = /^\s*[:.,][^\n]{3,120}\.\s+In:\s/;

export function isElsewhere(before: string, after: string): boolean {
  if (continuesInWork(after) || supplement.test(before) || ofThings.test(after)) return true;
  if (/^[^.\n]{0,20}\bet +seq\b/.test(after) || titleBefore.test(before) || inVolume.test(after)) return true;
  const sentence = before.split(/[.!?]\s+(?=\p{Lu})|\n\s*\n/u).at(-1) ?? "";
  if (ownBefore.test(sentence)) return false;
  const lead = sentence.replace(partsOfLaw, " ");
  return workBefore.test(lead) || publisherBefore.test(lead);
}
